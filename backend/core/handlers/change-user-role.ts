import type { Handler } from '../http/call.ts'
import { decideRole } from '../rules/decide-role.ts'
import { carryOut } from './carry-out.ts'
import { changedUser } from './changed-user.ts'

export const changeUserRole: Handler<'changeUserRole'> = async (call, services) => {
  const { user, body, version } = call
  const decide = decideRole({ userId: user.id, roleId: body.roleId, version }, services.permissions)
  await carryOut(call, services, { userIds: [user.id], decide })
  return changedUser(user, call, services)
}
