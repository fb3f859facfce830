import type { User, UserActions } from '@aicx/roster/contract'
import type { Catalogue, UserRecord } from '../ports/records.ts'
import { teamsOf } from './teams-of.ts'

/** A user in the form of the contract. */
export function userView(user: UserRecord, { roles, teams }: Catalogue, actions: UserActions): User {
  const { id, name, email, avatarUrl, roleId, joinedAt, lastActiveAt, version, custom } = user
  const role = roles.find((one) => one.id === roleId)
  return {
    id,
    name,
    email,
    ...(avatarUrl !== undefined && { avatarUrl }),
    role: { id: roleId, name: role?.name ?? '' },
    teams: teamsOf(user, teams),
    joinedAt: joinedAt.toISOString(),
    lastActiveAt: lastActiveAt?.toISOString() ?? null,
    version,
    actions,
    ...(custom && { custom }),
  }
}
