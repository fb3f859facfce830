import ky from 'ky'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { retryOptions } from '../../src/client/retry.ts'
import { retryAfter } from '../../src/client/retry-after.ts'
import { json, problem, reset } from './answers.ts'
import { apiOf } from './api-of.ts'
import { failureOf } from './failure-of.ts'
import { type Received, serve } from './serve.ts'
import { roles, session, user } from './wire.ts'

const waits = (requests: Received[]) =>
  requests.slice(1).map((request, index) => request.at - (requests[index]?.at ?? 0))

describe('the retries of the client', () => {
  it.each([408, 429, 502, 503, 504])('repeat a request twice that is answered %i', async (status) => {
    const server = await serve(problem(status, 'later'))
    const error = await failureOf(apiOf(server).roles.list())
    expect(server.requests).toHaveLength(3)
    expect(error).toMatchObject({ name: 'ProblemError', status, code: 'later' })
  })

  it.each([400, 401, 403, 404, 405, 409, 413, 422, 500, 501])('leave a %i alone', async (status) => {
    const server = await serve(problem(status, 'final'))
    await failureOf(apiOf(server).roles.list())
    expect(server.requests).toHaveLength(1)
  })

  it('repeat a request whose connection was reset', async () => {
    const server = await serve(reset, json(roles))
    await expect(apiOf(server).roles.list()).resolves.toMatchObject({ roles: [{ id: 'agent' }] })
    expect(server.requests).toHaveLength(2)
  })

  it.each(['post', 'put', 'patch', 'delete'] as const)(
    'leave a %s alone, which may have been done',
    async (method) => {
      const server = await serve(problem(503, 'unavailable'))
      const retry = retryOptions(2, 30_000, { first: 1, most: 1, random: () => 1 })
      await expect(ky[method](server.url, { retry })).rejects.toThrow('503')
      expect(server.requests).toHaveLength(1)
    },
  )

  it('end where the host says so', async () => {
    const server = await serve(problem(503, 'unavailable'))
    await failureOf(apiOf(server, { retry: 0 }).roles.list())
    expect(server.requests).toHaveLength(1)
  })

  it('are two by default, and as many as the host says', async () => {
    for (const [options, requests] of [[{}, 3] as const, [{ retry: 4 }, 5] as const]) {
      const server = await serve(problem(503, 'unavailable'))
      await failureOf(apiOf(server, options).roles.list())
      expect(server.requests).toHaveLength(requests)
    }
  })

  it('wait twice as long each time, half of it by chance', async () => {
    const longest = await serve(problem(503, 'unavailable'))
    await failureOf(apiOf(longest, { retry: 3 }, { first: 80, most: 1_000, random: () => 1 }).roles.list())
    const [first = 0, second = 0, third = 0] = waits(longest.requests)
    expect(first).toBeGreaterThanOrEqual(75)
    expect(second).toBeGreaterThanOrEqual(155)
    expect(third).toBeGreaterThanOrEqual(315)

    const { delay, jitter } = retryOptions(2, 30_000, { first: 80, most: 1_000, random: () => 0 })
    const half = typeof jitter === 'function' ? jitter(delay?.(1) ?? 0) : undefined
    expect(half).toBe(40)
  })

  it('never wait longer than the most', async () => {
    const server = await serve(problem(503, 'unavailable'))
    await failureOf(apiOf(server, {}, { first: 60_000, most: 20 }).roles.list())
    for (const wait of waits(server.requests)) expect(wait).toBeLessThan(1_000)
  })

  it('honour Retry-After in seconds', async () => {
    const statuses = [408, 429, 502, 503, 504]
    const first = await Promise.all(
      statuses.map(async (status) => {
        const server = await serve(problem(status, 'later', {}, { 'retry-after': '1' }), json(roles))
        await apiOf(server, {}, { most: 5_000 }).roles.list()
        return waits(server.requests)[0]
      }),
    )
    expect(first).toHaveLength(statuses.length)
    for (const wait of first) expect(wait).toBeGreaterThanOrEqual(990)
  })

  it('round a fraction of a second in Retry-After up', async () => {
    const server = await serve(problem(503, 'unavailable', {}, { 'retry-after': '0.2' }), json(roles))
    await apiOf(server, {}, { most: 5_000 }).roles.list()
    expect(waits(server.requests)[0]).toBeGreaterThanOrEqual(990)
  })

  it('honour Retry-After as a date', async () => {
    const date = new Date(Date.now() + 2_000).toUTCString()
    const server = await serve(problem(503, 'unavailable', {}, { 'retry-after': date }), json(roles))
    await apiOf(server, {}, { most: 5_000 }).roles.list()
    expect(waits(server.requests)[0]).toBeGreaterThanOrEqual(900)
  })

  /** A server whose clock is off by some hours requires a wait until a date by that clock. */
  const askUntil = (hours: number, seconds: number) => {
    const now = Date.now() + hours * 3_600_000
    return {
      date: new Date(now).toUTCString(),
      'retry-after': new Date(now + seconds * 1_000).toUTCString(),
    }
  }

  it.each(['Asia/Kolkata', 'America/New_York', 'UTC'])(
    'read a date without a zone in UTC, also on a machine in %s',
    (zone) => {
      vi.stubEnv('TZ', zone)
      onTestFinished(() => void vi.unstubAllEnvs())
      const dates = [
        'Wed Oct 21 07:28:30 2026',
        'Wed, 21 Oct 2026 07:28:30',
        'Wed, 21 Oct 2026 07:28:30 GMT',
        'Wednesday, 21-Oct-26 07:28:30 GMT',
        'Wed, 21 Oct 2026 09:28:30 +0200',
        '2026-10-21T07:28:30Z',
        '2026-10-21T12:58:30+05:30',
      ]
      for (const date of ['Wed, 21 Oct 2026 07:28:00 GMT', 'Wed Oct 21 07:28:00 2026'])
        for (const wait of dates)
          expect([wait, retryAfter(new Headers({ date, 'retry-after': wait }))]).toEqual([wait, 30])
      // Only HTTP's own formats are in UTC then.
      const local = { date: 'Wed, 21 Oct 2026 07:28:00 GMT', 'retry-after': '2026-10-21T07:28:30' }
      expect(retryAfter(new Headers(local))).toBeUndefined()
    },
  )

  it.each([-24, -1, 1, 24])(
    'measure a date by the clock of a server that is off by %i hours',
    async (hours) => {
      const server = await serve(problem(503, 'unavailable', {}, askUntil(hours, 1)), json(roles))
      await apiOf(server, {}, { most: 5_000 }).roles.list()
      const [wait = 0] = waits(server.requests)
      expect(wait).toBeGreaterThanOrEqual(990)
      expect(wait).toBeLessThan(3_000)
    },
  )

  it.each([
    ['has no Date', { date: '' }],
    ['has an invalid Date', { date: 'now' }],
  ])('wait as long as without Retry-After if a response with a date %s', async (_, date) => {
    const headers = { ...askUntil(-1, 3_600), ...date }
    const server = await serve(problem(503, 'unavailable', {}, headers), json(roles))
    await apiOf(server, {}, { first: 80, most: 1_000 }).roles.list()
    const [wait = 0] = waits(server.requests)
    expect(wait).toBeGreaterThanOrEqual(75)
    expect(wait).toBeLessThan(900)
  })

  it.each(['0', '-5', 'soon', '', new Date(0).toUTCString()])(
    'never hurry for Retry-After: %j',
    async (after) => {
      const server = await serve(problem(503, 'unavailable', {}, { 'retry-after': after }), json(roles))
      await apiOf(server, {}, { first: 80, most: 1_000 }).roles.list()
      expect(waits(server.requests)[0]).toBeGreaterThanOrEqual(75)
    },
  )

  it("go by the problem's retryAfter, since other origins can't read Date", async () => {
    const headers = { 'retry-after': '3600' }
    const server = await serve(problem(429, 'rate_limited', { retryAfter: 1 }, headers), json(roles))
    await apiOf(server, {}, { most: 5_000 }).roles.list()
    expect(waits(server.requests)[0]).toBeGreaterThanOrEqual(990)
  })

  it.each([
    ['seconds', {}, { 'retry-after': '3600' }],
    ['more seconds than a number holds', {}, { 'retry-after': '9'.repeat(400) }],
    ['a date', {}, askUntil(-1, 3_600)],
    ['the problem', { retryAfter: 3_600 }, {}],
  ])('fail at once if the wait in %s is longer than the client waits', async (_, members, headers) => {
    const server = await serve(problem(429, 'rate_limited', members, headers))
    const start = performance.now()
    const error = await failureOf(apiOf(server, {}, { most: 5_000 }).roles.list())
    expect(performance.now() - start).toBeLessThan(2_000)
    expect(server.requests).toHaveLength(1)
    expect(error.code).toBe('rate_limited')
    expect(error.retryAfter).toBeGreaterThan(3_590)
  })

  it('fail at once if the wait is longer than the time that the call has left', async () => {
    const server = await serve(problem(429, 'rate_limited', { retryAfter: 4 }))
    const start = performance.now()
    const error = await failureOf(apiOf(server, { totalTimeout: 3_000 }, { most: 60_000 }).roles.list())
    expect(performance.now() - start).toBeLessThan(2_000)
    expect(error).toMatchObject({ code: 'rate_limited', retryAfter: 4 })
  })

  it('wait for a write as for a read', async () => {
    const answers = [problem(429, 'rate_limited', { retryAfter: 1 }), json(user(1))] as const
    const server = await serve(json(session()), ...answers)
    await apiOf(server, {}, { most: 5_000 }).users.changeTeams(
      'user-1',
      { add: [], remove: [] },
      { intent: 'i' },
    )
    expect(waits(server.requests)[1]).toBeGreaterThanOrEqual(990)
  })

  it('end with the signal while they wait', async () => {
    const server = await serve(problem(429, 'rate_limited', {}, { 'retry-after': '3' }))
    const controller = new AbortController()
    const call = failureOf(apiOf(server, {}, { most: 5_000 }).roles.list({ signal: controller.signal }))
    await expect.poll(() => server.requests.length).toBe(1)
    controller.abort()
    expect(await call).toMatchObject({ name: 'AbortedError', code: 'aborted' })
    expect(server.requests).toHaveLength(1)
  })
})
