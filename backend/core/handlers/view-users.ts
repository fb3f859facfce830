import type { User } from '@aicx/roster/contract'
import type { Place } from '../http/call.ts'
import type { UserRecord } from '../ports/records.ts'
import type { Store } from '../ports/store.ts'
import { userView } from '../rules/user-view.ts'

/** Users as the viewer sees them. Admins are counted only if one is among them. */
export async function viewUsers(users: UserRecord[], place: Place, store: Store): Promise<User[]> {
  const { company, catalogue, usersRevision, judge } = place
  const admins = new Set(catalogue.roles.filter(({ isAdmin }) => isAdmin).map(({ id }) => id))
  const isNeeded = users.some(({ roleId }) => admins.has(roleId))
  const adminCount = isNeeded ? await store.adminCount(company.id, usersRevision) : 0
  return users.map((user) => userView(user, catalogue, judge.user(user, adminCount)))
}
