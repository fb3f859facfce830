import { afterEach, describe, expect, it, vi } from 'vitest'
import { checkApi } from '../../src/client/check-api.ts'
import { backendFlags } from '../../src/contract/capabilities.ts'
import { bySession, json, problem, raw } from './answers.ts'
import { apiOf } from './api-of.ts'
import { failureOf } from './failure-of.ts'
import { type Answer, serve } from './serve.ts'
import { session, usersWindow } from './wire.ts'
import { announced, idle, withIdle } from './with-idle.ts'

const policy = {
  enabled: true,
  timeoutMinutes: 10,
  allowHold: false,
  warnMs: 60_000,
  rev: '3',
  updatedBy: { id: 'user-1', name: 'User 1' },
  updatedAt: '2026-01-02T03:04:05.678Z',
  sessions: { open: 34, reporting: 2, idleOver: { 10: 5, 15: 3, 30: 0 } },
}

const html = raw(502, 'text/html', '<h1>Bad gateway</h1>')

afterEach(() => vi.useRealTimers())

describe("the session's idle logout", () => {
  it('is read without an intent, reported by age, postponed and ended', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] })
    const empty: Answer = (response) => response.writeHead(204).end()
    const hold = { id: 'hold-1', remainingMs: 300_000 }
    const server = await withIdle(json(idle), json(idle), json(hold), empty, json({ ended: true }))
    const api = apiOf(server).session.idle
    expect(await api.get()).toEqual(idle)
    expect(await api.report(1_500)).toEqual(idle)
    expect(await api.hold({ reason: 'call', maxMs: 300_000 })).toEqual(hold)
    expect(await api.release('hold-1')).toBeUndefined()
    expect(await api.end('idle', { sessionKey: 'session-1' })).toEqual({ ended: true })
    const sent = await Promise.all(
      server.requests.slice(1).map(async ({ method, path, body }) => `${method} ${path} ${await body}`),
    )
    expect(sent).toEqual([
      'GET /v1/session/idle ',
      'POST /v1/session/activity {"ageMs":1500}',
      'POST /v1/session/holds {"reason":"call","maxMs":300000}',
      'DELETE /v1/session/holds/hold-1 ',
      'POST /v1/session/end {"reason":"idle","sessionKey":"session-1"}',
    ])
    expect(server.requests.flatMap(({ headers }) => headers['idempotency-key'] ?? [])).toEqual([])
  })

  it.each(['session_idle', 'session_expired', 'session_revoked', 'signed_out'])(
    'counts as ended where the end is refused as %s',
    async (code) => {
      const api = apiOf(await withIdle(problem(401, code)), { getToken: () => 'token' })
      expect(await api.session.idle.end('idle')).toEqual({ ended: true })
    },
  )

  it('counts as ended where not even the capabilities can be loaded, since the session is over', async () => {
    const server = await serve(problem(401, 'session_idle'))
    const api = apiOf(server, { getToken: () => 'token' })
    expect(await api.session.idle.end('idle')).toEqual({ ended: true })
  })

  it('is reported as old as it is once the capabilities are loaded', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] })
    const slowly: Answer = (response, request) => {
      vi.advanceTimersByTime(4_000)
      announced(response, request)
    }
    const server = await serve(bySession(slowly, json(idle)))
    await apiOf(server).session.idle.report(1_000)
    expect(await server.requests[1]?.body).toBe('{"ageMs":5000}')
  })

  it('goes on where the server knows of later activity', async () => {
    const api = apiOf(await withIdle(json({ ended: false, idle })))
    expect(await api.session.idle.end('idle')).toEqual({ ended: false, idle })
  })

  it('sends a report once, since its age would be wrong later', async () => {
    const server = await withIdle(problem(503, 'unavailable'), json(idle))
    expect(await failureOf(apiOf(server).session.idle.report(0))).toMatchObject({ code: 'unavailable' })
    expect(server.requests.slice(1)).toHaveLength(1)
  })

  it('isn’t requested if the server does not announce it', async () => {
    const server = await serve(json(session({ ...backendFlags, idleLogout: false })))
    const { session: own, idleLogout } = apiOf(server)
    for (const call of [own.idle.get(), own.idle.report(0), own.idle.end('idle'), idleLogout.get()])
      expect(await failureOf(call)).toMatchObject({ code: 'unsupported' })
    expect(server.requests.map(({ path }) => path)).toEqual(Array(server.requests.length).fill('/v1/session'))
  })
})

describe('the revision of the policy', () => {
  it('is passed on from any response, refusals included, until the listener is removed', async () => {
    const headers = { 'Roster-Idle-Policy': '4' }
    const server = await withIdle(
      json(usersWindow([]), headers),
      problem(404, 'not_found', {}, { 'Roster-Idle-Policy': '5' }),
      json(usersWindow([])),
      json(usersWindow([]), headers),
    )
    const api = apiOf(server)
    const heard: string[] = []
    const remove = api.session.idle.onPolicy((rev) => heard.push(rev))
    await api.users.list({})
    await failureOf(api.users.get('user-9'))
    await api.users.list({})
    remove()
    await api.users.list({})
    expect(heard).toEqual(['4', '5'])
  })
})

describe('a request', () => {
  it('is announced before it is sent, repeated ones included, until the listener is removed', async () => {
    const server = await withIdle(html, json(usersWindow([])))
    const api = apiOf(server, { retry: 1 })
    await api.session.get()
    const sent: number[] = []
    const remove = api.session.idle.onRequest(() => sent.push(server.requests.length))
    await api.users.list({})
    expect(sent).toEqual([1, 2])
    remove()
    await api.users.list({})
    expect(sent).toHaveLength(2)
  })

  it('is sent even if a listener throws', async () => {
    const server = await withIdle(json(usersWindow([])))
    const api = apiOf(server)
    const thrown = new Promise((resolve) => process.once('uncaughtException', resolve))
    const remove = api.session.idle.onRequest(() => {
      throw new Error('a host’s mistake')
    })
    expect((await api.users.list({})).rows).toEqual([])
    await expect(thrown).resolves.toMatchObject({ message: 'a host’s mistake' })
    remove()
  })
})

describe("the company's policy", () => {
  it('is read, and replaced with the revision that was seen', async () => {
    const server = await withIdle(json(policy), json(policy))
    const { idleLogout } = apiOf(server)
    expect(await idleLogout.get()).toEqual(policy)
    await idleLogout.save(
      { enabled: true, timeoutMinutes: 10, allowHold: false },
      { intent: 'intent-1', version: '3' },
    )
    const sent = server.requests.at(-1)
    expect(sent).toMatchObject({ method: 'PUT', path: '/v1/idle-logout' })
    expect(sent?.headers).toMatchObject({ 'if-match': '"3"', 'idempotency-key': 'intent-1' })
    expect(JSON.parse((await sent?.body) ?? '')).toEqual({
      enabled: true,
      timeoutMinutes: 10,
      allowHold: false,
    })
  })

  it.each([
    ['a timeout of 20 minutes', { timeoutMinutes: 20 }],
    ['no revision', { rev: undefined }],
    ['a negative warning', { warnMs: -1 }],
  ])('with %s can’t be read', async (_, members) => {
    const { idleLogout } = apiOf(await withIdle(json({ ...policy, ...members })))
    expect(await failureOf(idleLogout.get())).toMatchObject({ code: 'malformed_answer' })
  })

  it('is kept without members that can’t be read', async () => {
    const { idleLogout } = apiOf(
      await withIdle(json({ ...policy, sessions: { open: 'many' }, updatedAt: 7 })),
    )
    expect(await idleLogout.get()).toEqual({ ...policy, sessions: undefined, updatedAt: undefined })
  })
})

describe("idle logout of a host's own port", () => {
  const portOf = (own: object) =>
    checkApi({
      company: 'acme',
      session: { get: async () => session({}), idle: own },
      users: { list: async () => usersWindow([]) },
      idleLogout: { get: async () => policy },
    } as never)

  it('is checked, and announced by its methods', async () => {
    const api = portOf({ get: async () => ({ ...idle, warnMs: 'soon' }), report: async () => idle })
    expect((await api.session.get()).capabilities.idleLogout).toBe(true)
    expect(await api.session.idle?.report(0)).toEqual(idle)
    expect(await failureOf(api.session.idle?.get() ?? Promise.resolve())).toMatchObject({
      code: 'malformed_answer',
      message: expect.stringContaining('session.idle.get()'),
    })
  })

  it('is announced by either of its parts', async () => {
    const capabilitiesOf = async (parts: object) => {
      const get = async () => ({ ...session(), capabilities: undefined })
      const { session: own, ...rest } = { session: {}, ...parts }
      const port = { company: 'acme', users: {}, ...rest, session: { get, ...own } }
      return (await checkApi(port as never).session.get()).capabilities.idleLogout
    }
    const methods = { get: async () => idle, report: async () => idle }
    expect(await capabilitiesOf({ session: { idle: methods } })).toBe(true)
    expect(await capabilitiesOf({ idleLogout: { get: async () => policy } })).toBe(true)
    expect(await capabilitiesOf({})).toBe(false)
  })

  it('has no methods that the port leaves out', () => {
    const api = portOf({ get: async () => idle, report: async () => idle })
    expect(api.session.idle?.end).toBeUndefined()
    expect(api.idleLogout?.save).toBeUndefined()
  })

  it('subscribes at once', () => {
    const onPolicy = vi.fn(() => () => 'removed')
    const api = portOf({ get: async () => idle, report: async () => idle, onPolicy })
    expect(api.session.idle?.onPolicy?.(() => {})()).toBe('removed')
  })

  it('announces each call, unless the port announces its own', async () => {
    const api = portOf({ get: async () => idle, report: async () => idle })
    const heard = vi.fn()
    const remove = api.session.idle?.onRequest?.(heard)
    await api.users.list({})
    await api.session.idle?.report(0)
    expect(heard).toHaveBeenCalledTimes(2)
    remove?.()
    await api.users.list({})
    expect(heard).toHaveBeenCalledTimes(2)
    const onRequest = vi.fn(() => () => 'removed')
    const own = portOf({ get: async () => idle, report: async () => idle, onRequest })
    expect(own.session.idle?.onRequest?.(() => {})()).toBe('removed')
  })
})
