import { isId } from '../contract/id.ts'
import { ExplainedError } from './explained-error.ts'
import type { Http } from './http.ts'
import type { RequestOptions } from './request-options.ts'
import type { SelectionsApi } from './roster-api.ts'

/** Selections over HTTP. */
export function httpSelections(
  http: Http,
  require: (options?: RequestOptions) => Promise<void>,
): Required<SelectionsApi> {
  const pathOf = async (id: string, options?: RequestOptions) => {
    if (!isId(id)) throw new ExplainedError('invalid_id', `Invalid id "${id}".`)
    await require(options)
    return `selections/${id}`
  }
  return {
    async create(body, options) {
      await require(options)
      return http.send('post', 'selections', 'selections.create', { ...options, body })
    },
    get: async (id, options) => http.get(await pathOf(id, options), 'selections.get', options),
    async list(options) {
      await require(options)
      return http.get('selections', 'selections.list', options)
    },
    async rows(id, query, options) {
      const parameters = new URLSearchParams()
      for (const [name, value] of Object.entries(query))
        if (value !== undefined) parameters.set(name, String(value))
      const path = `${await pathOf(id, options)}/rows`
      return http.get(path, 'selections.rows', { ...options, parameters })
    },
    async chunk(id, from, { deleteInvitations, ...options } = {}) {
      const path = `${await pathOf(id, options)}/chunks`
      return http.send('post', path, 'selections.chunk', {
        ...options,
        intent: `${id}.${from}`,
        body: { from, ...(deleteInvitations && { deleteInvitations }) },
      })
    },
    stop: async (id, options) =>
      http.send('post', `${await pathOf(id, options)}/stop`, 'selections.stop', options),
  }
}
