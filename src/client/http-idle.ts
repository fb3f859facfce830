import type { Http } from './http.ts'
import { isApiError } from './is-api-error.ts'
import { pathTo } from './path-to.ts'
import type { RequestOptions } from './request-options.ts'
import type { IdleLogoutApi, SessionIdleApi } from './roster-api.ts'
import { ageOf, momentBefore } from './unsent-activity.ts'

type Require = (options?: RequestOptions) => Promise<void>

/** The idle logout of the viewer's own session, over HTTP. */
export const httpSessionIdle = (http: Http, require: Require): Required<SessionIdleApi> => ({
  async get(options) {
    await require(options)
    return http.get('session/idle', 'session.idle.get', options)
  },
  async report(ageMs, options) {
    // The age grows while the capabilities load, and while a report fails.
    const activity = momentBefore(ageMs)
    await require(options)
    try {
      const idle = await http.call('post', 'session/activity', 'session.idle.report', {
        ...options,
        body: { ageMs: ageOf(activity) },
      })
      http.unsent.forget()
      return idle
    } catch (error) {
      if (isApiError(error) && error.status !== 401) http.unsent.note(activity)
      throw error
    }
  },
  async end(reason, { sessionKey, ...options } = {}) {
    const body = { reason, ...(sessionKey && { sessionKey }) }
    try {
      await require(options)
      return await http.call('post', 'session/end', 'session.idle.end', { ...options, body })
    } catch (error) {
      if (isApiError(error) && error.status === 401) return { ended: true }
      throw error
    }
  },
  async hold({ reason, maxMs }, options) {
    await require(options)
    return http.call('post', 'session/holds', 'session.idle.hold', { ...options, body: { reason, maxMs } })
  },
  async release(id, options) {
    const path = pathTo('/session/holds/{id}', id)
    await require(options)
    await http.call('delete', path, null, options)
  },
  onPolicy: http.policyNews.subscribe,
  onRequest: http.requestNews.subscribe,
})

/** The company's policy for idle logout, over HTTP. */
export const httpIdleLogout = (http: Http, require: Require): Required<IdleLogoutApi> => ({
  async get(options) {
    await require(options)
    return http.get('idle-logout', 'idleLogout.get', options)
  },
  async save({ enabled, timeoutMinutes, allowHold }, options) {
    await require(options)
    const body = { enabled, timeoutMinutes, allowHold }
    return http.send('PUT', 'idle-logout', 'idleLogout.save', { ...options, body })
  },
})
