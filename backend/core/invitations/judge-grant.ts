import type { Permission } from '@aicx/roster/contract'
import type { Catalogue, RoleRecord } from '../ports/records.ts'
import type { Facts, Refusal } from '../ports/write.ts'
import type { Judge } from '../rules/judge.ts'
import { judgeActor } from '../rules/judge-actor.ts'
import { administrativeOf } from '../rules/powers.ts'
import { refusalOf } from '../rules/refusal-of.ts'

/** A role and teams that an invitation grants. Without a role it is the company's default one. */
export interface GrantRequest {
  roleId: string | undefined
  teamIds: readonly string[]
}

/** A grant that the actor may make. */
export interface Grant {
  roleId: string
  teamIds: string[]
  /** The administrative permissions of the role. */
  administrative: string[]
  rules: Judge
}

/** Checks whether the actor may grant a role and teams now. Inviting, resending and editing use the same check. */
export function judgeGrant(
  facts: Facts,
  { roleId, teamIds }: GrantRequest,
  product: readonly Permission[],
): Grant | { refused: Refusal } {
  const judged = judgeActor(facts, product)
  if ('refused' in judged) return judged
  const role = knownRole(facts.catalogue, { roleId, teamIds })
  if ('refused' in role) return role
  const refused = refusalOf(judged.rules.role(role).assign)
  if (refused) return { refused }
  return {
    roleId: role.id,
    teamIds: [...new Set(teamIds)].toSorted(),
    administrative: administrativeOf(role, product),
    rules: judged.rules,
  }
}

/** The role of a grant. Refuses a role or a team that the company doesn't have. */
export function knownRole(
  { roles, teams }: Catalogue,
  { roleId, teamIds }: GrantRequest,
): RoleRecord | { refused: Refusal } {
  const role = roles.find(({ id, isDefault }) => (roleId === undefined ? isDefault : id === roleId))
  if (!role)
    return { refused: { code: 'role_not_found', ...(roleId !== undefined && { params: { roleId } }) } }
  const unknown = teamIds.find((asked) => !teams.some(({ id }) => id === asked))
  return unknown === undefined ? role : { refused: { code: 'team_not_found', params: { teamId: unknown } } }
}
