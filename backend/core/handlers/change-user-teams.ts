import type { Handler } from '../http/call.ts'
import { decideTeams } from '../rules/decide-teams.ts'
import { carryOut } from './carry-out.ts'
import { changedUser } from './changed-user.ts'

export const changeUserTeams: Handler<'changeUserTeams'> = async (call, services) => {
  const { user, body } = call
  const decide = decideTeams(user.id, body, services.permissions)
  await carryOut(call, services, { userIds: [user.id], decide })
  return changedUser(user, call, services)
}
