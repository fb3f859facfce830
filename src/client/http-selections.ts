import type { Capabilities } from '../contract/capabilities.ts'
import type { UsersQuery } from '../contract/users-query.ts'
import { announcedQuery } from './announced-query.ts'
import { ExplainedError } from './explained-error.ts'
import type { Http } from './http.ts'
import { pathTo } from './path-to.ts'
import type { RequestOptions } from './request-options.ts'
import type { SelectionsApi } from './roster-api.ts'

/** Refuses a query that the server doesn't announce: without a part of it, other people would be selected. */
async function requireAnnounced(query: UsersQuery, announced: () => Promise<Capabilities>) {
  const sent = await announcedQuery(query, announced)
  const { search, sort, roleIds, teamIds } = query
  const isLost =
    (search?.trim() && !sent.search) ||
    (sort !== undefined && sort !== 'name' && !sent.sort) ||
    (roleIds?.length && !sent.roleIds?.length) ||
    (teamIds?.length && !sent.teamIds?.length)
  if (isLost)
    throw new ExplainedError(
      'unsupported',
      'The server does not announce a part of the query of this selection.',
    )
}

/** Selections over HTTP. */
export function httpSelections(
  http: Http,
  require: (options?: RequestOptions) => Promise<void>,
  announced: (options?: RequestOptions) => Promise<Capabilities>,
): Required<SelectionsApi> {
  const pathOf = async (id: string, options?: RequestOptions) => {
    const path = pathTo('/selections/{id}', id)
    await require(options)
    return path
  }
  return {
    async create(body, options) {
      await require(options)
      if (body.resource === 'users' && 'query' in body.of)
        await requireAnnounced(body.of.query, () => announced(options))
      return http.send('POST', 'selections', 'selections.create', { ...options, body, isLong: true })
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
