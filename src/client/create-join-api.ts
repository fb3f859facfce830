import { ExplainedError } from './explained-error.ts'
import { createHttp } from './http.ts'
import type { HttpApiOptions } from './http-api-options.ts'
import type { JoinApi } from './join-api.ts'
import { defaultRetryTiming } from './retry.ts'

/** What `createJoinApi` takes. */
export type JoinApiOptions = Omit<HttpApiOptions, 'company' | 'onUnauthorized' | 'onUnreadable'>

/**
 * The port of joining, over HTTP. Tokens are only sent in request bodies, so they don't appear in logs of addresses.
 */
export function createJoinApi(options: JoinApiOptions): JoinApi {
  const http = createHttp(options, defaultRetryTiming)
  return {
    async preview(token, request) {
      requireToken(token)
      return http.ask('join/preview', 'join.preview', { ...request, body: { token } })
    },
    async join({ token, name, password }, request) {
      requireToken(token)
      return http.ask('join', 'join.join', { ...request, body: { token, name, password } })
    },
  }
}

function requireToken(token: string) {
  if (!token) throw new ExplainedError('invitation_not_found', 'The token of the invitation is empty.')
}
