import { everyFlag } from '../contract/capabilities.ts'
import { property } from './property.ts'
import type { RosterApi } from './roster-api.ts'

/**
 * A session of a host's own port, with the capabilities that it leaves out: they follow from the port's methods, such
 * as `changeRole` from `users.changeRole`. Those without a method, such as `search`, stay off.
 */
export function withPortCapabilities(api: RosterApi, session: unknown): unknown {
  if (typeof session !== 'object' || session === null) return session
  const listed = property(session, 'capabilities')
  return {
    ...session,
    capabilities: { ...flagsOf(api), ...(typeof listed === 'object' ? withoutGaps(listed ?? {}) : {}) },
  }
}

const flagsOf = ({ session, users, events, selections, invitations, idleLogout }: RosterApi) => ({
  ...Object.fromEntries(
    Object.keys(everyFlag(false)).map((flag) => [flag, typeof property(users, flag) === 'function']),
  ),
  events: typeof events?.list === 'function',
  eventStream: typeof events?.stream === 'function',
  deleteUsers: typeof users?.delete === 'function',
  selections: typeof selections?.create === 'function',
  idleLogout: typeof session?.idle?.get === 'function' || typeof idleLogout?.get === 'function',
  invitations: typeof invitations?.list === 'function',
  seats: typeof invitations?.settings === 'function',
  undo: typeof selections?.create === 'function',
})

const withoutGaps = (listed: object) =>
  Object.fromEntries(Object.entries(listed).filter(([, value]) => value !== undefined && value !== null))
