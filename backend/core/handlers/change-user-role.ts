import type { Handler } from '../http/call.ts'
import { decideRoleChange } from '../rules/decide-role-change.ts'
import { changedUser } from './changed-user.ts'
import { runWrite } from './run-write.ts'

export const changeUserRole: Handler<'changeUserRole'> = async (call, services) => {
  const { user, body, version } = call
  const decide = decideRoleChange({ userId: user.id, roleId: body.roleId, version }, services.permissions)
  await runWrite(call, services, { userIds: [user.id], decide })
  return changedUser(user, call, services)
}
