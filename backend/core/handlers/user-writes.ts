import type { Handlers } from '../http/call.ts'
import { decideEndSessions } from '../rules/decide-end-sessions.ts'
import { decideRoleChange } from '../rules/decide-role-change.ts'
import { decideTeamsChange } from '../rules/decide-teams-change.ts'
import { changeUser } from './change-user.ts'
import { runWrite } from './run-write.ts'

type UserWrites = Pick<Handlers, 'changeUserRole' | 'changeUserTeams' | 'endUserSessions'>

/** The writes to one user. A new write is one row here, and a rule that decides it. */
export const userWrites: UserWrites = {
  changeUserRole: (call, services) =>
    changeUser(call, services, decideRoleChange(call.userId, call.body.roleId, call.version)),
  changeUserTeams: (call, services) => changeUser(call, services, decideTeamsChange(call.userId, call.body)),
  endUserSessions: async (call, services) => {
    const rule = decideEndSessions(call.userId, call.place.session.id)
    return (await runWrite(call, services, rule)).answer
  },
}
