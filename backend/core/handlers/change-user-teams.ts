import type { Handler } from '../http/call.ts'
import { decideTeamsChange } from '../rules/decide-teams-change.ts'
import { changedUser } from './changed-user.ts'
import { runWrite } from './run-write.ts'

export const changeUserTeams: Handler<'changeUserTeams'> = async (call, services) => {
  const { user, body } = call
  const decide = decideTeamsChange(user.id, body, services.permissions)
  await runWrite(call, services, { userIds: [user.id], decide })
  return changedUser(user, call, services)
}
