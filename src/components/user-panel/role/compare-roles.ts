import type { Permission } from '../../../contract/permissions.ts'
import type { Role } from '../../../contract/roles.ts'
import type { Team } from '../../../contract/teams.ts'
import type { TeamRef } from '../../../contract/users.ts'

/** What is known of roles, teams and permissions. */
export interface Catalogue {
  roles: readonly Role[]
  teams: readonly Team[]
  permissions: readonly Permission[]
}

/** What another role would change for a user. */
export interface RoleComparison {
  /** Labels, in the order of display; all that the role holds where what is now held isn't known. */
  gained: string[]
  /** Undefined where what is now held isn't known. */
  lost: string[] | undefined
  /** Names of teams that were held via role alone. */
  left: string[]
  joined: string[]
}

/** Compares two roles for someone in these teams. A team joined by hand is neither left nor joined. */
export function compareRoles(
  { roles, teams, permissions }: Catalogue,
  { from, to, memberOf }: { from: string; to: string; memberOf: readonly TeamRef[] },
): RoleComparison {
  const held = roles.find((role) => role.id === from)?.permissions
  const next = roles.find((role) => role.id === to)?.permissions ?? []
  const places = new Map(permissions.map(({ id }, index) => [id, index]))
  const labels = new Map(permissions.map(({ id, label }) => [id, label]))
  const place = (id: string) => places.get(id) ?? permissions.length
  const named = (ids: readonly string[]) =>
    ids.toSorted((a, b) => place(a) - place(b)).map((id) => labels.get(id) ?? id)

  const direct = new Set(memberOf.filter((team) => team.direct).map(({ id }) => id))
  const viaRole = (roleId: string, otherId: string) =>
    teams
      .filter(({ id, roleIds }) => roleIds.includes(roleId) && !roleIds.includes(otherId) && !direct.has(id))
      .map(({ name }) => name)

  return {
    gained: named(next.filter((id) => !held?.includes(id))),
    lost: held && named(held.filter((id) => !next.includes(id))),
    left: viaRole(from, to),
    joined: viaRole(to, from),
  }
}
