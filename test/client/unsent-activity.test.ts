import { afterEach, describe, expect, it, vi } from 'vitest'
import { json, problem, raw } from './answers.ts'
import { apiOf } from './api-of.ts'
import { failureOf } from './failure-of.ts'
import type { Answer } from './serve.ts'
import { usersWindow } from './wire.ts'
import { idle, withIdle } from './with-idle.ts'

const html = raw(502, 'text/html', '<h1>Bad gateway</h1>')

afterEach(() => vi.useRealTimers())

describe('activity whose report failed', () => {
  it('travels with other requests, older by what has passed, until one of them succeeds', async () => {
    const rows = json(usersWindow([]))
    const server = await withIdle(html, html, rows, rows)
    const api = apiOf(server, { retry: 0 })
    await api.session.get()
    vi.useFakeTimers({ toFake: ['Date', 'performance'] })
    await failureOf(api.session.idle.report(2_000))
    vi.advanceTimersByTime(3_000)
    await failureOf(api.users.list({}))
    // A computer that slept: the monotonic clock has not moved.
    vi.setSystemTime(Date.now() + 60_000)
    await api.users.list({})
    await api.users.list({})
    const ages = server.requests.map(({ headers }) => headers['x-activity-age'])
    expect(ages).toEqual([undefined, undefined, '5000', '65000', undefined])
  })

  it('is older by the time in which its report failed', async () => {
    const slowly: Answer = (response, request) => {
      vi.advanceTimersByTime(9_000)
      html(response, request)
    }
    const server = await withIdle(slowly, json(usersWindow([])))
    const api = apiOf(server, { retry: 0 })
    await api.session.get()
    vi.useFakeTimers({ toFake: ['Date', 'performance'] })
    await failureOf(api.session.idle.report(2_000))
    await api.users.list({})
    expect(server.requests.at(-1)?.headers['x-activity-age']).toBe('11000')
  })

  it('isn’t lost to a request that is about no company, where no session is known', async () => {
    const server = await withIdle(
      html,
      json({ account: { email: 'ada@acme.example', name: 'Ada' }, companies: [] }),
      json(usersWindow([])),
    )
    const api = apiOf(server, { retry: 0 })
    await failureOf(api.session.idle.report(2_000))
    await api.session.companies()
    await api.users.list({})
    const [, , companies, list] = server.requests
    expect(companies).toMatchObject({ path: '/v1/companies' })
    expect(companies?.headers).not.toHaveProperty('roster-company')
    expect(companies?.headers['x-activity-age']).toBeUndefined()
    expect(Number(list?.headers['x-activity-age'])).toBeGreaterThanOrEqual(2_000)
  })

  it('is forgotten once later activity is reported', async () => {
    const server = await withIdle(html, json(idle), json(usersWindow([])))
    const api = apiOf(server, { retry: 0 })
    await failureOf(api.session.idle.report(2_000))
    // The report itself carries the older one along.
    await api.session.idle.report(0)
    await api.users.list({})
    expect(server.requests.at(-1)?.headers['x-activity-age']).toBeUndefined()
  })

  it('isn’t kept once the session is over', async () => {
    const server = await withIdle(problem(401, 'session_idle'), json(usersWindow([])))
    const api = apiOf(server, { getToken: () => null })
    await failureOf(api.session.idle.report(0))
    await api.users.list({})
    expect(server.requests.at(-1)?.headers['x-activity-age']).toBeUndefined()
  })
})
