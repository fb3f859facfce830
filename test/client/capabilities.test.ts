import { describe, expect, it } from 'vitest'
import type { UsersQuery, UsersRange } from '../../src/contract/users-query.ts'
import { bySession, json, problem, silence } from './answers.ts'
import { apiOf } from './api-of.ts'
import { failureOf } from './failure-of.ts'
import { type Answer, serve } from './serve.ts'
import { everything, session, user, users, usersWindow } from './wire.ts'

const window = json(usersWindow(users(0, 3)))
const none = {}
const withCapabilities = (capabilities: object) => serve(bySession(json(session(capabilities)), window))
const full = {
  search: 'ana',
  sort: '-lastActive',
  roleIds: ['r1', 'r2'],
  teamIds: ['t1'],
  around: 'user-2',
  offset: 40,
  limit: 20,
} as const

describe('what the client sends', () => {
  it('is all that the server announces', async () => {
    const server = await withCapabilities(everything)
    await apiOf(server).users.list(full)
    expect(server.requests.map(({ path }) => path)).toEqual(['/v1/session', '/v1/users'])
    expect(server.requests[1]?.parameters.toString()).toBe(
      'search=ana&sort=-lastActive&offset=40&limit=20&around=user-2&role=r1&role=r2&team=t1',
    )
  })

  it('is a plain range if the server announces nothing', async () => {
    const server = await withCapabilities(none)
    await apiOf(server).users.list(full)
    expect(server.requests[1]?.parameters.toString()).toBe('offset=40&limit=20')
  })

  it.each([
    ['search', { search: true }, { search: 'ana' }],
    ['a sort', { sorts: ['lastActive'] }, { sort: '-lastActive' }],
    ['roles', { filters: ['role'] }, { role: 'r1,r2' }],
    ['teams', { filters: ['team', 'planet'] }, { team: 't1' }],
    ['an anchor', { around: true }, { around: 'user-2' }],
  ])('is %s on its own', async (_, capabilities, sent) => {
    const server = await withCapabilities(capabilities)
    await apiOf(server).users.list(full)
    const parameters = server.requests[1]?.parameters ?? new URLSearchParams()
    const read = [...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name).join()])
    expect(Object.fromEntries(read)).toEqual({ offset: '40', limit: '20', ...sent })
  })

  it('waits for no session where the window is plain', async () => {
    const server = await serve(bySession(silence, window))
    const api = apiOf(server)
    await api.users.list({ offset: 0, limit: 50 })
    await api.users.list({ sort: 'name', search: '  ', roleIds: [], teamIds: [] })
    expect(server.requests.map(({ path }) => path)).toEqual(['/v1/users', '/v1/users'])
    expect(server.requests[1]?.parameters.toString()).toBe('')
  })

  it.each<[string, UsersQuery & UsersRange]>([
    ['search', { search: 'a' }],
    ['a sort', { sort: '-name' }],
    ['roles', { roleIds: ['r1'] }],
    ['teams', { teamIds: ['t1'] }],
    ['an anchor', { around: 'user-2' }],
    ['a cursor', { cursor: 'c1' }],
  ])(
    'asks for the session before it sends %s, and leaves that out where it is not announced',
    async (_, query) => {
      const server = await withCapabilities(none)
      await apiOf(server).users.list({ ...query, limit: 50 })
      expect(server.requests.map(({ path }) => path)).toEqual(['/v1/session', '/v1/users'])
      expect(server.requests[1]?.parameters.toString()).toBe('limit=50')
    },
  )

  it('loads the session again after a failure, and keeps the last one after a later failure', async () => {
    const server = await serve(
      problem(500, 'internal'),
      json(session()),
      window,
      problem(500, 'internal'),
      window,
    )
    const api = apiOf(server, { retry: 0 })
    await failureOf(api.users.list({ search: 'a' }))
    await api.users.list({ search: 'a' })
    await failureOf(api.session.get())
    await api.users.list({ search: 'b' })
    expect(server.requests.map(({ path }) => path.slice(4))).toEqual([
      'session',
      'session',
      'users',
      'session',
      'users',
    ])
    expect(server.requests.at(-1)?.parameters.get('search')).toBe('b')
  })

  it('loads the session once for all calls that wait for it', async () => {
    const server = await withCapabilities(everything)
    const api = apiOf(server)
    await Promise.all(['a', 'b', 'c'].map((search) => api.users.list({ search })))
    await api.users.list({ search: 'd' })
    expect(server.requests.filter(({ path }) => path === '/v1/session')).toHaveLength(1)
  })

  it('uses a session that is read anyway, and what the latest one announces', async () => {
    let announced: object = none
    const server = await serve(
      bySession((response, request) => json(session(announced))(response, request), window),
    )
    const api = apiOf(server)
    await Promise.all([api.session.get(), api.users.list({ search: 'a' })])
    expect(server.requests).toHaveLength(2)
    announced = everything
    await api.session.get()
    await api.users.list({ search: 'a' })
    expect(server.requests.at(-1)?.parameters.get('search')).toBe('a')
  })

  it('uses the session that was requested last, not the one that arrives last', async () => {
    let release = () => {}
    const late: Answer = (response, request) => {
      release = () => json(session(none))(response, request)
    }
    const server = await serve(late, json(session(everything)), window)
    const api = apiOf(server)
    const older = api.session.get()
    await expect.poll(() => server.requests.length).toBe(1)
    await api.session.get()
    release()
    await older
    await api.users.list({ search: 'a' })
    expect(server.requests.at(-1)?.parameters.get('search')).toBe('a')
  })

  it('sends nothing, and loads no session, once its signal has fired', async () => {
    const server = await serve(silence)
    const call = apiOf(server).users.list({ search: 'a' }, { signal: AbortSignal.abort() })
    expect(await failureOf(call)).toMatchObject({ code: 'aborted' })
    expect(server.requests).toHaveLength(0)
  })

  it('ends with its own signal while it waits for the session, and leaves the others waiting', async () => {
    let release = () => {}
    const server = await serve(
      bySession((response, request) => {
        release = () => json(session())(response, request)
      }, window),
    )
    const api = apiOf(server)
    const controller = new AbortController()
    const one = failureOf(api.users.list({ search: 'a' }, { signal: controller.signal }))
    const other = api.users.list({ search: 'b' })
    await expect.poll(() => server.requests.length).toBe(1)
    controller.abort()
    expect(await one).toMatchObject({ code: 'aborted' })
    release()
    expect(await other).toMatchObject({ total: 3 })
  })

  it('begins another session request where the running one was aborted by its caller', async () => {
    const server = await serve(silence, json(session()), window)
    const api = apiOf(server)
    const controller = new AbortController()
    const session1 = failureOf(api.session.get({ signal: controller.signal }))
    const list = api.users.list({ search: 'b' })
    await expect.poll(() => server.requests.length).toBe(1)
    controller.abort()
    expect(await session1).toMatchObject({ code: 'aborted' })
    expect(await list).toMatchObject({ total: 3 })
  })

  it('fails with the session where that cannot be had', async () => {
    const server = await serve(bySession(problem(401, 'signed_out'), window))
    expect(await failureOf(apiOf(server).users.list({ search: 'a' }))).toMatchObject({ code: 'signed_out' })
  })
})

describe('windows of ids', () => {
  it('are requested by up to 5,000', async () => {
    const server = await serve(bySession(json(session()), json(usersWindow([{ id: 'user-1' }]))))
    const ids = await apiOf(server).users.ids({ limit: 9_000, search: 'a' })
    expect(ids.rows).toEqual([{ id: 'user-1' }])
    expect(server.requests[1]?.parameters.toString()).toBe('search=a&limit=5000&fields=id')
  })

  it('are made of rows where the server has none', async () => {
    const server = await withCapabilities({ search: true })
    const ids = await apiOf(server).users.ids({ limit: 5_000 })
    expect(ids.rows).toEqual([{ id: 'user-0' }, { id: 'user-1' }, { id: 'user-2' }])
    expect(server.requests[1]?.parameters.toString()).toBe('limit=200')
  })
})

describe('events', () => {
  it('are read since a revision', async () => {
    const event = {
      revision: 4,
      resource: 'users',
      ids: ['user-1'],
      intent: 'i-1',
      at: '2026-01-02T03:04:05.678Z',
    }
    const server = await serve(bySession(json(session()), json({ events: [event], revision: 4, gap: false })))
    const api = apiOf(server)
    await expect(api.events.list(3)).resolves.toEqual({ events: [event], revision: 4, gap: false })
    await api.events.list()
    expect(server.requests.slice(1).map(({ parameters }) => parameters.toString())).toEqual(['since=3', ''])
  })

  it('are unsupported where the server announces none', async () => {
    const server = await withCapabilities(none)
    expect(await failureOf(apiOf(server).events.list())).toMatchObject({ code: 'unsupported' })
    expect(server.requests).toHaveLength(1)
  })
})

describe('one user', () => {
  it('is read by id', async () => {
    const server = await serve(json(user(7)))
    await expect(apiOf(server).users.get('a-B_c.~7')).resolves.toMatchObject({ id: 'user-7' })
    expect(server.requests[0]?.path).toBe('/v1/users/a-B_c.~7')
  })

  it.each(['', '.', '..', 'a/b', '../roles', 'a?b', 'a b', '%2e', 'é', 'x'.repeat(129)])(
    'isn’t requested with the invalid id %j',
    async (id) => {
      const server = await serve(json(user(7)))
      expect(await failureOf(apiOf(server).users.get(id))).toMatchObject({ code: 'invalid_id' })
      expect(server.requests).toHaveLength(0)
    },
  )
})
