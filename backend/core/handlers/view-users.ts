import type { User } from '@aicx/roster/contract'
import type { Place, Services } from '../http/call.ts'
import type { UserRecord } from '../ports/records.ts'
import { userView } from '../rules/user-view.ts'
import { presenceOf } from './presence-of.ts'

/** Users as the viewer sees them. Admins are counted only if one is among them. */
export async function viewUsers(
  users: UserRecord[],
  place: Place,
  services: Pick<Services, 'store' | 'presence' | 'log'>,
): Promise<User[]> {
  const { company, catalogue, usersRevision, judge } = place
  const admins = new Set(catalogue.roles.filter(({ isAdmin }) => isAdmin).map(({ id }) => id))
  const isNeeded = users.some(({ roleId }) => admins.has(roleId))
  const adminCount = isNeeded ? await services.store.adminCount(company.id, usersRevision) : 0
  const ids = users.map(({ id }) => id)
  const known = await presenceOf(company.id, ids, services)
  return users.map((user) => ({
    ...userView(user, catalogue, judge.user(user, adminCount)),
    ...(known && { presence: known.get(user.id) ?? 'offline' }),
  }))
}
