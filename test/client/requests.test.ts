import { describe, expect, it, vi } from 'vitest'
import { createHttpApi } from '../../src/client.ts'
import { json } from './answers.ts'
import { apiOf } from './api-of.ts'
import { serve } from './serve.ts'
import { roles, user, users, usersWindow } from './wire.ts'

describe('a request', () => {
  it.each([
    ['', '/v1/roles'],
    ['/', '/v1/roles'],
    ['///', '/v1/roles'],
    ['/roster-api', '/roster-api/v1/roles'],
    ['/roster-api/', '/roster-api/v1/roles'],
    ['/a/b%20c//', '/a/b%20c/v1/roles'],
  ])('goes under the base path %j', async (base, path) => {
    const server = await serve(json(roles))
    await apiOf({ url: server.url + base }).roles.list()
    expect(server.requests[0]?.path).toBe(path)
  })

  it('names the company, whatever the host adds', async () => {
    const server = await serve(json(roles))
    const api = apiOf(server, { company: 'c-1', headers: { 'X-Brand': 'b', 'Roster-Company': 'other' } })
    expect(api.company).toBe('c-1')
    await api.roles.list()
    expect(server.requests[0]?.headers).toMatchObject({
      'roster-company': 'c-1',
      'x-brand': 'b',
      accept: 'application/json, application/problem+json',
    })
  })

  it('keeps two companies apart', async () => {
    const server = await serve(json(roles))
    await Promise.all([
      apiOf(server, { company: 'a' }).roles.list(),
      apiOf(server, { company: 'b' }).roles.list(),
    ])
    expect(server.requests.map(({ headers }) => headers['roster-company']).sort()).toEqual(['a', 'b'])
  })

  it('goes to each resource', async () => {
    const bodies: Record<string, unknown> = {
      '/v1/teams': { teams: [{ id: 't1', name: 'Team', roleIds: [] }] },
      '/v1/permissions': { permissions: [{ id: 'p', label: 'P', kind: 'operational', group: 'G' }] },
      '/v1/companies': { account: { email: 'a@example.com', name: 'A' }, companies: [] },
    }
    const server = await serve((response, request) => json(bodies[request.path])(response, request))
    const api = apiOf(server)
    expect(await api.teams.list()).toEqual(bodies['/v1/teams'])
    expect(await api.permissions.list()).toEqual(bodies['/v1/permissions'])
    expect(await api.session.companies()).toEqual(bodies['/v1/companies'])
  })

  it('goes through the fetch that a host gives, as a Web API application takes it', async () => {
    const app = { fetch: (request: Request) => Response.json({ ...roles, url: request.url }) }
    const send = vi.fn((input: Request, init?: RequestInit) => app.fetch(new Request(input, init)))
    const api = createHttpApi({ baseUrl: 'http://app.invalid/api', company: 'acme', fetch: send })
    await expect(api.roles.list()).resolves.toMatchObject({ roles: [{ id: 'agent' }] })
    expect(send.mock.calls[0]?.[0]).toMatchObject({ url: 'http://app.invalid/api/v1/roles', method: 'GET' })
  })

  it('rejects with an ApiError if the host’s fetch doesn’t return a response', async () => {
    const lookalike = JSON.parse('{"ok":true,"status":200}')
    const api = createHttpApi({ baseUrl: 'http://app.invalid', company: 'acme', fetch: () => lookalike })
    await expect(api.roles.list()).rejects.toMatchObject({ isApiError: true, code: 'malformed_answer' })
  })

  it('sends cookies where the host says so', async () => {
    const send = vi.fn(async (_: Request) => Response.json(roles))
    const options = { baseUrl: 'http://app.invalid', company: 'acme', fetch: send }
    await createHttpApi(options).roles.list()
    await createHttpApi({ ...options, credentials: 'include' }).roles.list()
    expect(send.mock.calls.map(([request]) => request.credentials)).toEqual(['same-origin', 'include'])
  })

  it('uses the fetch of the moment, so that a later interceptor sees it', async () => {
    const api = createHttpApi({ baseUrl: 'http://app.invalid', company: 'acme' })
    const fetch = vi.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json(roles))
    await api.roles.list()
    expect(fetch).toHaveBeenCalledOnce()
    fetch.mockRestore()
  })
})

describe('an unreadable row', () => {
  const broken = [user(0), { ...user(1), role: null }, 'nonsense', user(3)]

  it('keeps its place among the others', async () => {
    const server = await serve(json(usersWindow(broken)))
    const { rows } = await apiOf(server).users.list({})
    expect(rows).toMatchObject([
      { id: 'user-0' },
      { unreadable: true, id: 'user-1', issue: expect.stringContaining('row.role') },
      { unreadable: true, issue: expect.stringContaining('row: ') },
      { id: 'user-3' },
    ])
    expect(rows[2]).not.toHaveProperty('id')
  })

  it('is reported once, however often it is read', async () => {
    const server = await serve(json(usersWindow(broken)))
    const onUnreadable = vi.fn()
    const api = apiOf(server, { onUnreadable })
    await api.users.list({})
    await api.users.list({ offset: 0 })
    expect(onUnreadable.mock.calls.map(([row]) => row.id)).toEqual(['user-1', undefined])
  })

  it('is reported again after a thousand others', async () => {
    let from = 0
    const server = await serve((response, request) =>
      json(usersWindow(Array.from({ length: 200 }, (_, at) => ({ id: `user-${from + at}` }))))(
        response,
        request,
      ),
    )
    const onUnreadable = vi.fn()
    const api = apiOf(server, { onUnreadable })
    for (from = 0; from < 1_000; from += 200) await api.users.list({})
    from = 0
    await api.users.list({})
    expect(onUnreadable).toHaveBeenCalledTimes(1_000)
    from = 1_000
    await api.users.list({})
    from = 0
    await api.users.list({})
    expect(onUnreadable).toHaveBeenCalledTimes(1_400)
  })

  it('is not reported of readable ones', async () => {
    const server = await serve(json(usersWindow(users(0, 3))))
    const onUnreadable = vi.fn()
    await apiOf(server, { onUnreadable }).users.list({})
    expect(onUnreadable).not.toHaveBeenCalled()
  })
})
