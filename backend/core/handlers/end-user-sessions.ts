import type { Handler } from '../http/call.ts'
import { decideSessions } from '../rules/decide-sessions.ts'
import { carryOut } from './carry-out.ts'

export const endUserSessions: Handler<'endUserSessions'> = (call, services) => {
  const { user, place } = call
  const decide = decideSessions(user.id, place.session.id, services.permissions)
  return carryOut(call, services, { userIds: [user.id], decide })
}
