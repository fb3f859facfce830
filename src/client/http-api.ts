import { eventListSchema } from '../contract/events.ts'
import { isId } from '../contract/id.ts'
import { permissionListSchema } from '../contract/permissions.ts'
import { roleListSchema } from '../contract/roles.ts'
import { companyListSchema, sessionSchema } from '../contract/session.ts'
import { teamListSchema } from '../contract/teams.ts'
import { userSchema } from '../contract/users.ts'
import {
  toUsersParameters,
  type UsersQuery,
  type UsersRange,
  userIdWindowSchema,
  userWindowSchema,
  windowLimits,
} from '../contract/users-query.ts'
import { announcedQuery } from './announced-query.ts'
import { ApiError } from './api-error.ts'
import { capabilityMemory } from './capability-memory.ts'
import { createHttp } from './http.ts'
import type { HttpApiOptions } from './http-api-options.ts'
import type { RetryTiming } from './retry.ts'
import type { EventsApi, RequestOptions, RosterApi, SessionApi, UsersApi } from './roster-api.ts'
import { unreadableReport } from './unreadable-report.ts'
import { walkUsers } from './walk-users.ts'

/** The port over HTTP, with every method. */
export interface HttpApi extends RosterApi {
  session: Required<SessionApi>
  users: UsersApi & Required<Pick<UsersApi, 'list' | 'get' | 'ids' | 'iterate'>>
  roles: NonNullable<RosterApi['roles']>
  teams: NonNullable<RosterApi['teams']>
  permissions: NonNullable<RosterApi['permissions']>
  events: EventsApi
}

/** Serves the port over HTTP, with the waits between attempts given. */
export function httpApi(options: HttpApiOptions, timing: RetryTiming): HttpApi {
  const http = createHttp(options, timing)
  const reported = unreadableReport(options.onUnreadable)
  const { session, announced } = capabilityMemory((request) => http.get('session', sessionSchema, request))

  const parametersOf = async (query: UsersQuery & UsersRange, request?: RequestOptions) =>
    toUsersParameters(await announcedQuery(query, () => announced(request)))

  const users: HttpApi['users'] = {
    async list(query, request) {
      const parameters = await parametersOf(query, request)
      return reported(await http.get('users', userWindowSchema, { ...request, parameters }))
    },
    async get(id, request) {
      if (!isId(id)) throw new ApiError('invalid_id', `"${id}" is no id.`)
      return http.get(`users/${id}`, userSchema, request)
    },
    async ids({ limit, ...query }, request) {
      const { ids } = await announced(request)
      const most = ids ? windowLimits.ids : windowLimits.rows
      const parameters = await parametersOf({ ...query, limit: limit && Math.min(limit, most) }, request)
      if (ids) parameters.set('fields', 'id')
      return reported(await http.get('users', userIdWindowSchema, { ...request, parameters }))
    },
    iterate: (query, request) => walkUsers({ list: users.list, announced }, query, request),
  }

  return {
    company: options.company,
    session: {
      get: session,
      companies: (request) => http.get('companies', companyListSchema, { ...request, provesSession: false }),
    },
    users,
    roles: { list: (request) => http.get('roles', roleListSchema, request) },
    teams: { list: (request) => http.get('teams', teamListSchema, request) },
    permissions: { list: (request) => http.get('permissions', permissionListSchema, request) },
    events: {
      async list(since, request) {
        const { events } = await announced(request)
        if (!events) throw new ApiError('unsupported', 'The server announces no events.')
        const parameters = new URLSearchParams(since === undefined ? {} : { since: String(since) })
        return http.get('events', eventListSchema, { ...request, parameters })
      },
    },
  }
}
