import type { CapabilityFlag } from '../contract/capabilities.ts'
import { type UserAct, userActs } from '../contract/user-acts.ts'
import { toUsersParameters, type UsersQuery, type UsersRange, windowLimits } from '../contract/users-query.ts'
import { announcedQuery } from './announced-query.ts'
import { capabilityMemory } from './capability-memory.ts'
import { markChecked } from './checked-methods.ts'
import { ExplainedError } from './explained-error.ts'
import { createHttp, type SendOptions } from './http.ts'
import type { HttpApiOptions } from './http-api-options.ts'
import { httpIdleLogout, httpSessionIdle } from './http-idle.ts'
import type { InvitationsApi } from './invitations-api.ts'
import { iterateUsers } from './iterate-users.ts'
import { laterMethods } from './later-methods.ts'
import { pathTo } from './path-to.ts'
import type { RequestOptions } from './request-options.ts'
import type { RetryTiming } from './retry.ts'
import type {
  EventsApi,
  IdleLogoutApi,
  RosterApi,
  SelectionsApi,
  SessionApi,
  SessionIdleApi,
  UsersApi,
} from './roster-api.ts'
import { unreadableReport } from './unreadable-report.ts'

/** The port over HTTP, with every method. */
export interface HttpApi extends RosterApi {
  session: Required<SessionApi> & { idle: Required<SessionIdleApi> }
  users: Required<UsersApi>
  roles: NonNullable<RosterApi['roles']>
  teams: NonNullable<RosterApi['teams']>
  permissions: NonNullable<RosterApi['permissions']>
  events: Required<EventsApi>
  selections: Required<SelectionsApi>
  idleLogout: Required<IdleLogoutApi>
  invitations: Required<InvitationsApi>
}

/** Serves the port over HTTP, with the given waits between attempts. */
export function httpApi(options: HttpApiOptions, timing: RetryTiming): HttpApi {
  const http = createHttp(options, timing)
  const reported = unreadableReport(options.onUnreadable)
  const { session, announced } = capabilityMemory((request) => http.get('session', 'session.get', request))

  const parametersOf = async (query: UsersQuery & UsersRange, request?: RequestOptions) =>
    toUsersParameters(await announcedQuery(query, () => announced(request)))

  async function requireCapability(flag: CapabilityFlag, request?: RequestOptions) {
    if (!(await announced(request))[flag])
      throw new ExplainedError('unsupported', `The server does not announce the capability "${flag}".`)
  }

  /** Sends a write to one user as its row of the table says. */
  async function act<Name extends UserAct>(name: Name, id: string, options: SendOptions) {
    const path = pathTo(userActs[name].path, id)
    await requireCapability(name, options)
    return http.send(userActs[name].method, path, `users.${name}`, options)
  }

  const exporting = laterMethods<Pick<HttpApi['users'], 'export'>>(async () => {
    const { httpExport } = await import('./http-export.ts')
    return { export: (request, options) => httpExport(http, request, options) }
  }, ['export'])

  const users: HttpApi['users'] = {
    async list(query, request) {
      const parameters = await parametersOf(query, request)
      return reported(await http.get('users', 'users.list', { ...request, parameters }))
    },
    get: async (id, request) => http.get(pathTo('/users/{id}', id), 'users.get', request),
    async ids({ limit, ...query }, request) {
      const { ids } = await announced(request)
      const most = ids ? windowLimits.ids : windowLimits.rows
      const parameters = await parametersOf({ ...query, limit: limit && Math.min(limit, most) }, request)
      if (ids) parameters.set('fields', 'id')
      return reported(await http.get('users', 'users.ids', { ...request, parameters }))
    },
    iterate: (query, request) => iterateUsers({ list: users.list, announced }, query, request),
    changeRole: (id, roleId, options) => act('changeRole', id, { ...options, body: { roleId } }),
    changeTeams: (id, { add, remove }, options) =>
      act('changeTeams', id, { ...options, body: { add, remove } }),
    endSessions: (id, options) => act('endSessions', id, options),
    async delete(id, options) {
      const path = pathTo('/users/{id}', id)
      await requireCapability('deleteUsers', options)
      return http.send('DELETE', path, 'users.delete', options)
    },
    async export(request, options) {
      await requireCapability('export', options)
      const { search, sort, roleIds, teamIds } = await announcedQuery(request.query, () => announced(options))
      return exporting.export({ ...request, query: { search, sort, roleIds, teamIds } }, options)
    },
    async activity(id, { limit, ...request } = {}) {
      const path = pathTo('/users/{id}/activity', id)
      await requireCapability('activity', request)
      const parameters = parametersFrom({ limit })
      return http.get(path, 'users.activity', { ...request, parameters })
    },
  }

  const requireIdleLogout = (request?: RequestOptions) => requireCapability('idleLogout', request)

  return markChecked({
    company: options.company,
    session: {
      get: session,
      companies: (request) =>
        http.get('companies', 'session.companies', { ...request, provesSession: false }),
      idle: httpSessionIdle(http, requireIdleLogout),
    },
    users,
    roles: { list: (request) => http.get('roles', 'roles.list', request) },
    teams: { list: (request) => http.get('teams', 'teams.list', request) },
    permissions: { list: (request) => http.get('permissions', 'permissions.list', request) },
    selections: laterMethods(async () => {
      const { httpSelections } = await import('./http-selections.ts')
      return httpSelections(http, (request) => requireCapability('selections', request), announced)
    }, ['create', 'get', 'list', 'rows', 'chunk', 'stop']),
    idleLogout: httpIdleLogout(http, requireIdleLogout),
    invitations: laterMethods(async () => {
      const { httpInvitations } = await import('./http-invitations.ts')
      return httpInvitations(http, (request) => requireCapability('invitations', request), reported)
    }, ['list', 'get', 'check', 'invite', 'change', 'resend', 'delete', 'activity', 'settings']),
    events: {
      async list(since, request) {
        await requireCapability('events', request)
        return http.get('events', 'events.list', { ...request, parameters: parametersFrom({ since }) })
      },
      async *stream(since, request) {
        try {
          await requireCapability('eventStream', request)
          yield* http.stream('events', 'events.stream', { ...request, parameters: parametersFrom({ since }) })
        } catch (error) {
          if (!request?.signal?.aborted) throw error
        }
      },
    },
  })
}

const parametersFrom = (values: Record<string, number | undefined>) =>
  new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
