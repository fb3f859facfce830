import type { Http } from './http.ts'
import { pathTo } from './path-to.ts'
import type { RequestOptions } from './request-options.ts'
import type { SelectionsApi } from './roster-api.ts'

/** Selections over HTTP. */
export function httpSelections(
  http: Http,
  require: (options?: RequestOptions) => Promise<void>,
): Required<SelectionsApi> {
  const pathOf = async (id: string, options?: RequestOptions) => {
    const path = pathTo('/selections/{id}', id)
    await require(options)
    return path
  }
  return {
    async create(body, options) {
      await require(options)
      return http.send('POST', 'selections', 'selections.create', { ...options, body })
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
      return http.send('POST', path, 'selections.chunk', {
        ...options,
        intent: `${id}.${from}`,
        body: { from, ...(deleteInvitations && { deleteInvitations }) },
      })
    },
    stop: async (id, options) =>
      http.send('POST', `${await pathOf(id, options)}/stop`, 'selections.stop', options),
  }
}
