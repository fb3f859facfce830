import { toInvitationsParameters } from '../contract/invitations-query.ts'
import type { Http } from './http.ts'
import type { InvitationsApi } from './invitations-api.ts'
import { pathTo } from './path-to.ts'
import type { RequestOptions } from './request-options.ts'
import type { unreadableReport } from './unreadable-report.ts'

/** Invitations over HTTP. */
export function httpInvitations(
  http: Http,
  require: (options?: RequestOptions) => Promise<void>,
  reported: ReturnType<typeof unreadableReport>,
): Required<InvitationsApi> {
  const pathOf = async (id: string, options?: RequestOptions) => {
    const path = pathTo('/invitations/{id}', id)
    await require(options)
    return path
  }
  return {
    async list(query, options) {
      await require(options)
      const parameters = toInvitationsParameters(query)
      return reported(await http.get('invitations', 'invitations.list', { ...options, parameters }))
    },
    get: async (id, options) => http.get(await pathOf(id, options), 'invitations.get', options),
    async check(emails, options) {
      await require(options)
      return http.ask('invitations/check', 'invitations.check', { ...options, body: { emails } })
    },
    async invite(body, options) {
      await require(options)
      return http.send('POST', 'invitations', 'invitations.invite', { ...options, body })
    },
    change: async (id, body, options) =>
      http.send('PATCH', await pathOf(id, options), 'invitations.change', { ...options, body }),
    resend: async (id, options) =>
      http.send('POST', `${await pathOf(id, options)}/resend`, 'invitations.resend', options),
    delete: async (id, options) =>
      http.send('DELETE', await pathOf(id, options), 'invitations.delete', options),
    async activity(id, { limit, ...options } = {}) {
      const parameters = new URLSearchParams(limit === undefined ? {} : { limit: String(limit) })
      const path = `${await pathOf(id, options)}/activity`
      return http.get(path, 'invitations.activity', { ...options, parameters })
    },
    async settings(options) {
      await require(options)
      return http.get('invitation-settings', 'invitations.settings', options)
    },
  }
}
