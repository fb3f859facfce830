import type { Handlers } from '../http/call.ts'
import { decideDelete } from '../rules/decide-delete.ts'
import { decideEndSessions } from '../rules/decide-end-sessions.ts'
import { decideRoleChange } from '../rules/decide-role-change.ts'
import { decideTeamsChange } from '../rules/decide-teams-change.ts'
import { undoOf } from '../selections/selection-state.ts'
import { changeUser } from './change-user.ts'
import { runWrite } from './run-write.ts'

type UserWrites = Pick<Handlers, 'changeUserRole' | 'changeUserTeams' | 'endUserSessions' | 'deleteUser'>

/** The writes to one user. A new write is one row here, and a rule that decides it. */
export const userWrites: UserWrites = {
  changeUserRole: (call, services) =>
    changeUser(call, services, decideRoleChange(call.userId, call.body.roleId, call.version)),
  changeUserTeams: (call, services) => changeUser(call, services, decideTeamsChange(call.userId, call.body)),
  endUserSessions: async (call, services) => {
    const rule = decideEndSessions(call.userId, call.place.session.id)
    return (await runWrite(call, services, { userIds: [call.userId], rule })).answer
  },
  deleteUser: async (call, services) => {
    const { userId, intent, place } = call
    await runWrite(call, services, { userIds: [userId], rule: decideDelete(userId) })
    const { selections, now } = services.store
    const entry = await selections.find(place.company.id, intent)
    const undo = entry && undoOf(entry, await now())
    return undo ? { undo } : {}
  },
}
