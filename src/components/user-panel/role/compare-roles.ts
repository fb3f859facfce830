import type { Permission } from '../../../contract/permissions.ts'
import type { Role } from '../../../contract/roles.ts'
import type { Team } from '../../../contract/teams.ts'
import type { TeamRef } from '../../../contract/users.ts'

/** What roles are compared by. */
export interface ComparedCatalogue {
  roles: readonly Role[]
  teams: readonly Team[]
  permissions: readonly Permission[]
}

/** What a change of role changes for a user. */
export interface RoleComparison {
  /**
   * Labels of the gained permissions, in display order. All of the role's permissions if the current role isn't known.
   * Empty if the permissions of no role are known.
   */
  gained: string[]
  /** Labels of the lost permissions. Undefined if they aren't known. */
  lost: string[] | undefined
  /** Names of the teams that the user leaves, since they come with the current role only. */
  left: string[]
  /** Names of the teams joined via the new role. */
  joined: string[]
}

/**
 * Compares two roles for a user in these teams. A direct membership is neither left nor joined. Permissions aren't
 * compared if the backend knows no role's permissions, and teams aren't compared if it doesn't know the user's.
 */
export function compareRoles(
  { roles, teams, permissions }: ComparedCatalogue,
  { from, to, memberOf }: { from: string; to: string; memberOf: readonly TeamRef[] | undefined },
): RoleComparison {
  const hasPermissions = roles.some((role) => role.permissions.length > 0)
  const held = hasPermissions ? roles.find((role) => role.id === from)?.permissions : undefined
  const next = roles.find((role) => role.id === to)?.permissions ?? []
  const places = new Map(permissions.map(({ id }, index) => [id, index]))
  const labels = new Map(permissions.map(({ id, label }) => [id, label]))
  const place = (id: string) => places.get(id) ?? permissions.length
  const named = (ids: readonly string[]) =>
    ids.toSorted((a, b) => place(a) - place(b)).map((id) => labels.get(id) ?? id)

  const direct = new Set(memberOf?.filter((team) => team.direct).map(({ id }) => id))
  const viaRole = (roleId: string, otherId: string) =>
    (memberOf ? teams : [])
      .filter(({ id, roleIds }) => roleIds.includes(roleId) && !roleIds.includes(otherId) && !direct.has(id))
      .map(({ name }) => name)

  return {
    gained: named(next.filter((id) => !held?.includes(id))),
    lost: held && named(held.filter((id) => !next.includes(id))),
    left: viaRole(from, to),
    joined: viaRole(to, from),
  }
}
