import { activityListSchema } from '../contract/activity.ts'
import { eventListSchema, eventSchema } from '../contract/events.ts'
import { permissionListSchema } from '../contract/permissions.ts'
import { roleListSchema } from '../contract/roles.ts'
import type { Schema } from '../contract/schema.ts'
import {
  chunkSchema,
  frozenSelectionSchema,
  selectionListSchema,
  selectionRowWindowSchema,
} from '../contract/selections.ts'
import { companyListSchema, sessionSchema } from '../contract/session.ts'
import { teamListSchema } from '../contract/teams.ts'
import { deletedUserSchema, endedSessionsSchema } from '../contract/user-writes.ts'
import { userSchema } from '../contract/users.ts'
import { userIdWindowSchema, userWindowSchema } from '../contract/users-query.ts'
import { isChecked } from './checked-methods.ts'
import { exportSchema } from './export-schema.ts'
import { numericIdWarning } from './numeric-id-warning.ts'
import { parseAnswer, withReadableUser } from './parse-answer.ts'
import { withPortCapabilities } from './port-capabilities.ts'
import type { RosterApi } from './roster-api.ts'
import { toApiError } from './to-api-error.ts'

/** The schema of what each method of a port returns, or of each item that it yields. */
const schemas: Record<string, Record<string, Schema<unknown>>> = {
  session: { get: sessionSchema, companies: companyListSchema },
  users: {
    list: userWindowSchema,
    get: userSchema,
    ids: userIdWindowSchema,
    changeRole: userSchema,
    changeTeams: userSchema,
    endSessions: endedSessionsSchema,
    activity: activityListSchema,
    delete: deletedUserSchema,
    export: exportSchema,
  },
  roles: { list: roleListSchema },
  teams: { list: teamListSchema },
  permissions: { list: permissionListSchema },
  events: { list: eventListSchema, stream: eventSchema },
  selections: {
    create: frozenSelectionSchema,
    get: frozenSelectionSchema,
    list: selectionListSchema,
    rows: selectionRowWindowSchema,
    chunk: chunkSchema,
    stop: frozenSelectionSchema,
  },
}

type Method = (...args: unknown[]) => unknown

/**
 * Checks what a host's own port returns, as an HTTP response is checked: a row that can't be read becomes unreadable,
 * missing members get their defaults, and anything else of the wrong shape rejects with `malformed_answer`. Methods of
 * `createHttpApi` pass through, since their results are checked already.
 */
export function checkApi(api: RosterApi): RosterApi {
  const warn = numericIdWarning()

  function checked(path: string, schema: Schema<unknown>, method: Method): Method {
    const parse = (result: unknown) => {
      warn(path, result)
      return parseAnswer(path, schema, path === 'session.get' ? withPortCapabilities(api, result) : result)
    }
    if (path === 'events.stream')
      return async function* (...args) {
        const events = method(...args)
        if (isAsyncIterable(events)) for await (const event of events) yield parse(event)
      }
    return async (...args) => {
      try {
        return parse(await method(...args))
      } catch (thrown) {
        throw withReadableUser(toApiError(thrown))
      }
    }
  }

  const partOf = (part: object, name: string) =>
    view(part, (key, value) => {
      if (typeof value !== 'function') return undefined
      const method: Method = (...args) => Reflect.apply(value, part, args)
      const schema = schemas[name]?.[key]
      return !schema || isChecked(value) ? method : checked(`${name}.${key}`, schema, method)
    })

  return view(api, (name, part) => {
    if (!schemas[name]) return part
    return typeof part === 'object' && part !== null ? partOf(part, name) : undefined
  })
}

/**
 * An object whose members are read through a function, each time anew. Its target is empty, since a proxy of a frozen
 * object can't return other members.
 */
const view = <Target extends object>(
  target: Target,
  read: (key: string, value: unknown) => unknown,
): Target =>
  new Proxy({} as Target, {
    get: (_, key) => (typeof key === 'string' ? read(key, Reflect.get(target, key)) : undefined),
  })

const isAsyncIterable = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value
