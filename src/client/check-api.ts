import { createLater } from '../base/create-later.ts'
import { isChecked } from './checked-methods.ts'
import { NetworkError } from './network-error.ts'
import type { PortChecks } from './port-checks.ts'
import { requestNews } from './request-news.ts'
import type { RosterApi } from './roster-api.ts'

const checks = createLater(() => import('./port-checks.ts'))

type Method = (...args: unknown[]) => unknown

/** The parts of a port whose methods are checked. */
const parts = [
  'session',
  'users',
  'roles',
  'teams',
  'permissions',
  'events',
  'selections',
  'invitations',
  'idleLogout',
]

/** The parts of parts. */
const innerParts = ['session.idle']

/** The methods that return items one by one. */
const iterators = ['users.iterate', 'events.stream']

/** The methods that take a listener and return at once. */
const requestListener = 'session.idle.onRequest'
const subscriptions = ['session.idle.onPolicy', requestListener]

/**
 * Checks what a host's own port returns, as an HTTP response is checked: a row that can't be read becomes unreadable,
 * missing members get their defaults, and anything else of the wrong shape rejects with `malformed_answer`. Methods of
 * `createHttpApi` pass through, since their results are checked already. The checks load beside the first call.
 */
export function checkApi(api: RosterApi): RosterApi {
  const requests = requestNews()
  let made: PortChecks | undefined

  async function load(): Promise<PortChecks> {
    try {
      const { createPortChecks } = await checks.load()
      made ??= createPortChecks(api)
      return made
    } catch (thrown) {
      throw new NetworkError(thrown)
    }
  }

  function begin(): Promise<PortChecks> {
    requests.notify()
    const loading = load()
    // A method that throws doesn't wait for the checks to load.
    loading.catch(() => undefined)
    return loading
  }

  const checked = (path: string, method: Method): Method =>
    iterators.includes(path)
      ? async function* (...args) {
          const { read, refuse } = await begin()
          try {
            const items = method(...args)
            if (isAsyncIterable(items)) for await (const item of items) yield read(path, item)
          } catch (thrown) {
            throw refuse(thrown)
          }
        }
      : async (...args) => {
          const loading = begin()
          let answer: unknown
          try {
            answer = await method(...args)
          } catch (thrown) {
            throw (await loading).refuse(thrown)
          }
          const { read } = await loading
          return read(path, answer)
        }

  const partOf = (part: object, name: string): object =>
    view(part, (key, value) => {
      const path = `${name}.${key}`
      if (typeof value === 'object' && value !== null && innerParts.includes(path)) return partOf(value, path)
      if (typeof value !== 'function') return path === requestListener ? requests.subscribe : undefined
      const method: Method = (...args) => Reflect.apply(value, part, args)
      return isChecked(value) || subscriptions.includes(path) ? method : checked(path, method)
    })

  return view(api, (name, part) => {
    if (!parts.includes(name)) return part
    return typeof part === 'object' && part !== null ? partOf(part, name) : undefined
  })
}

/**
 * An object whose members are read through a function each time. Its target is empty, since a proxy of a frozen object
 * can't return other members.
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
