import { afterEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '../../src/client/api-error.ts'
import { checkApi } from '../../src/client/check-api.ts'
import { isChecked, markChecked } from '../../src/client/checked-methods.ts'
import { createHttpApi } from '../../src/client/create-http-api.ts'
import type { RosterApi } from '../../src/client/roster-api.ts'
import { denied } from '../../src/contract/actions.ts'
import { failureOf } from './failure-of.ts'
import { portOf } from './port-of.ts'
import { role, user, usersWindow } from './wire.ts'

const portWithRows = (...rows: unknown[]) => portOf({ users: { list: async () => usersWindow(rows) } })

const rowsOf = async (api: RosterApi) => (await checkApi(api).users.list({})).rows

const without = (member: string, from: object = user(1)) =>
  Object.fromEntries(Object.entries(from).filter(([name]) => name !== member))

afterEach(() => vi.restoreAllMocks())

describe("a row of a host's port", () => {
  it.each([
    ['no id', without('id')],
    ['a number as id', user(1, { id: 7 })],
    ['null as id', user(1, { id: null })],
    ['no email', without('email')],
    ['null as email', user(1, { email: null })],
    ['no role', without('role')],
    ['null as role', user(1, { role: null })],
    ['a role that is a word', user(1, { role: 'admin' })],
    ['a role without an id', user(1, { role: { name: 'Admin' } })],
    ['null in its place', null],
    ['undefined in its place', undefined],
    ['a number in its place', 7],
    ['a list in its place', []],
  ])('with %s keeps its place as unreadable', async (_, row) => {
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    const rows = await rowsOf(portWithRows(user(0), row, user(2)))
    expect(rows).toMatchObject([{ id: 'user-0' }, { unreadable: true }, { id: 'user-2' }])
  })

  it.each([
    ['teams', undefined],
    ['joinedAt', undefined],
    ['lastActiveAt', undefined],
    ['avatarUrl', undefined],
    ['presence', undefined],
    ['version', undefined],
    ['custom', undefined],
    ['name', ''],
    ['actions', { delete: denied, changeRole: denied, changeTeams: denied, endSessions: denied }],
  ])('with an unknown or invalid %s is shown without it', async (member, value) => {
    const invalid = member === 'lastActiveAt' ? 'yesterday' : null
    const rows = await rowsOf(
      portWithRows(without(member), user(1, { [member]: invalid }), user(1, { [member]: 7 })),
    )
    for (const row of rows) expect(row).toMatchObject({ id: 'user-1' })
    expect(rows.map((row) => Reflect.get(row, member))).toEqual([value, value, value])
  })

  it('keeps a null lastActiveAt, which means never', async () => {
    expect(await rowsOf(portWithRows(user(1, { lastActiveAt: null })))).toMatchObject([
      { lastActiveAt: null },
    ])
  })

  it('counts a team as joined directly if nothing else is said', async () => {
    const teams = [{ id: 'a', name: 'A' }]
    expect(await rowsOf(portWithRows(user(1, { teams })))).toMatchObject([
      { teams: [{ id: 'a', name: 'A', direct: true, viaRole: false }] },
    ])
  })

  it.each([
    ['a word', 'yes'],
    ['true', true],
    ['an answer without `allowed`', {}],
    ['null', null],
  ])('denies an action that is %s', async (_, changeRole) => {
    expect(await rowsOf(portWithRows(user(1, { actions: { changeRole } })))).toMatchObject([
      { actions: { changeRole: denied, delete: denied } },
    ])
  })

  it('keeps the message of a denial, also without a reason', async () => {
    const changeRole = { allowed: false, message: 'Ask your owner.' }
    expect(await rowsOf(portWithRows(user(1, { actions: { changeRole } })))).toMatchObject([
      { actions: { changeRole: { allowed: false, reason: 'unsupported', message: 'Ask your owner.' } } },
    ])
  })

  it('may be unreadable already', async () => {
    const row = { unreadable: true, id: 'user-9', issue: 'no address' }
    expect(await rowsOf(portWithRows(row))).toEqual([row])
  })
})

describe("a method of a host's port", () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['no rows', { offset: 0, total: 0 }],
    ['a total that is no number', usersWindow([], { total: '3' })],
  ])('that returns %s rejects with malformed_answer and names itself', async (_, result) => {
    const api = checkApi(portOf({ users: { list: async () => result } }))
    const error = await failureOf(api.users.list({}))
    expect(error).toMatchObject({ code: 'malformed_answer' })
    expect(error.message).toMatch(/^users\.list\(\) .*docs\/errors\/malformed_answer\.md/)
  })

  it('may throw anything, also before it returns a promise', async () => {
    const api = checkApi(
      portOf({
        users: {
          list: () => {
            throw 'no'
          },
          get: async () => Promise.reject(new TypeError('Failed to fetch')),
        },
      }),
    )
    expect(await failureOf(api.users.list({}))).toMatchObject({ code: 'unknown' })
    expect(await failureOf(Promise.resolve(api.users.get?.('a')))).toMatchObject({ code: 'network' })
  })

  it('may be synchronous, be inherited, and use `this`', async () => {
    class Users {
      #rows = [user(1)]
      list() {
        return usersWindow(this.#rows)
      }
    }
    const api = Object.freeze(portOf({ users: Object.freeze(new Users()) }))
    expect(await rowsOf(api)).toMatchObject([{ id: 'user-1' }])
  })

  it('may yield users, each of which is checked like a row', async () => {
    const api = checkApi(
      portOf({
        users: {
          async *iterate() {
            yield user(1, { teams: undefined, actions: undefined })
            yield user(2, { email: null })
            throw new TypeError('Failed to fetch')
          },
        },
      }),
    )
    const rows: unknown[] = []
    const walk = async () => {
      for await (const row of api.users.iterate?.() ?? []) rows.push(row)
    }
    expect(await failureOf(walk())).toMatchObject({ code: 'network' })
    expect(rows).toMatchObject([
      { id: 'user-1', actions: { delete: denied } },
      { unreadable: true, id: 'user-2' },
    ])
  })

  it('is missing where it is null', () => {
    const api = checkApi(
      portOf({ users: { list: async () => usersWindow([]), changeRole: null }, roles: null }),
    )
    expect(api.users.changeRole).toBeUndefined()
    expect(api.roles).toBeUndefined()
  })

  it('gives roles and teams their defaults', async () => {
    const api = checkApi(
      portOf({
        users: {},
        roles: { list: async () => ({ roles: [{ id: 'r', name: 'R' }, role] }) },
        teams: { list: async () => ({ teams: [{ id: 't', name: 'T', roleIds: null }] }) },
      }),
    )
    expect((await api.roles?.list())?.roles[0]).toEqual({
      id: 'r',
      name: 'R',
      description: '',
      type: 'company',
      permissions: [],
      isDefault: false,
      actions: { assign: denied },
    })
    expect(await api.teams?.list()).toEqual({ teams: [{ id: 't', name: 'T', roleIds: [] }] })
  })

  it('does not pass on an unreadable current user with its error', async () => {
    const current = { id: 7 }
    const refused = new ApiError('version_mismatch', 'no', { status: 412, current: current as never })
    const api = checkApi(portOf({ users: { changeRole: () => Promise.reject(refused) } }))
    const error = await failureOf(
      Promise.resolve(api.users.changeRole?.('a', 'b', { version: '', intent: 'i' })),
    )
    expect(error).toMatchObject({ code: 'version_mismatch', status: 412, message: 'no' })
    expect(error.current).toBeUndefined()
  })
})

describe('a number as an id', () => {
  const numeric = portWithRows(user(1, { id: 1 }), user(2, { id: 2 }))

  it('is reported to the developer once', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const api = checkApi(numeric)
    await api.users.list({})
    await api.users.list({})
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/^users\.list\(\).*String\(id\)/)]])
  })

  it('is not reported in production, nor within the fields of a host', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    await rowsOf(portWithRows(user(1, { custom: { id: 1, owner: { id: 2 } } })))
    vi.stubEnv('NODE_ENV', 'production')
    await rowsOf(numeric)
    vi.unstubAllEnvs()
    expect(warn).not.toHaveBeenCalled()
  })
})

describe('a port of createHttpApi', () => {
  const window = usersWindow([user(1)])
  const list = async () => window as never

  it('is marked with all its methods', () => {
    const { company: _, ...parts } = createHttpApi({ baseUrl: 'https://example.com', company: 'acme' })
    const methods = [...Object.values(parts), parts.session.idle].flatMap((part) =>
      Object.values(part).filter((member) => typeof member === 'function'),
    )
    expect(methods.length).toBeGreaterThan(20)
    for (const method of methods) expect(isChecked(method)).toBe(true)
  })

  it('is not parsed twice, except the methods that a host replaces', async () => {
    const http = markChecked(portOf({ users: { list } }))
    expect(await checkApi(http).users.list({})).toBe(window)
    const replaced = { ...http, users: { ...http.users, list: () => list() } }
    expect(await checkApi(replaced).users.list({})).not.toBe(window)
  })
})
