import type { Session } from '../../contract/session.ts'
import type { ResourceDefinition } from './resource.ts'

/** The viewer's session. */
export const session: ResourceDefinition<Session> = {
  name: 'session',
  call: (api) => (options) => api.session.get(options),
  received: (state, { sessionKey, viewer }) => state.noteSession(sessionKey, viewer.id),
}
