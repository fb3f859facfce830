import type { User } from '@aicx/roster/contract'
import type { Place } from '../http/call.ts'
import type { UserRecord } from '../ports/records.ts'
import type { Store } from '../ports/store.ts'
import { userView } from '../rules/user-view.ts'

/** Users as the viewer sees them. Admins are counted only if one is among them. */
export async function viewUsers(users: UserRecord[], place: Place, store: Store): Promise<User[]> {
  const { catalogue, judge } = place
  const admin = catalogue.roles.find(({ isAdmin }) => isAdmin)
  const shown = users.some(({ roleId }) => roleId === admin?.id)
  const adminCount = admin && shown ? await holders(admin.id, place, store) : 0
  return users.map((user) => userView(user, catalogue, judge.user(user, adminCount)))
}

async function holders(roleId: string, { company }: Place, store: Store): Promise<number> {
  const { total } = await store.users(company.id, {
    terms: [],
    roleIds: [roleId],
    teamIds: [],
    sort: 'name',
    descending: false,
    limit: 1,
    from: { offset: 0 },
  })
  return total
}
