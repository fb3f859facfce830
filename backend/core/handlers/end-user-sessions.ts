import type { Handler } from '../http/call.ts'
import { decideEndSessions } from '../rules/decide-end-sessions.ts'
import { runWrite } from './run-write.ts'

export const endUserSessions: Handler<'endUserSessions'> = (call, services) => {
  const { user, place } = call
  const decide = decideEndSessions(user.id, place.session.id, services.permissions)
  return runWrite(call, services, { userIds: [user.id], decide })
}
