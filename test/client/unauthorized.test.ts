import { describe, expect, it, vi } from 'vitest'
import { json, problem, raw } from './answers.ts'
import { apiOf } from './api-of.ts'
import { failureOf } from './failure-of.ts'
import { type Answer, serve } from './serve.ts'
import { roles, session } from './wire.ts'

const ok = json(roles)
const idle = problem(401, 'session_idle')

describe('onUnauthorized', () => {
  it.each(['signed_out', 'session_idle', 'session_expired', 'session_revoked', 'of_tomorrow'])(
    'receives the reason: %s',
    async (code) => {
      const server = await serve(problem(401, code))
      const onUnauthorized = vi.fn()
      expect(await failureOf(apiOf(server, { onUnauthorized }).roles.list())).toMatchObject({ code })
      expect(onUnauthorized).toHaveBeenCalledExactlyOnceWith(code)
      expect(server.requests).toHaveLength(code === 'signed_out' ? 2 : 1)
    },
  )

  it('is called with `signed_out` for a 401 without a body', async () => {
    const server = await serve(raw(401, 'text/html', '<h1>Who are you?</h1>'))
    const onUnauthorized = vi.fn()
    await failureOf(apiOf(server, { onUnauthorized }).roles.list())
    expect(onUnauthorized).toHaveBeenCalledExactlyOnceWith('signed_out')
  })

  it('is called once for parallel and following refusals', async () => {
    const server = await serve(idle)
    const onUnauthorized = vi.fn()
    const api = apiOf(server, { onUnauthorized })
    await Promise.all(Array.from({ length: 20 }, () => failureOf(api.roles.list())))
    await failureOf(api.teams.list())
    expect(onUnauthorized).toHaveBeenCalledExactlyOnceWith('session_idle')
  })

  it('is called again after a success in between', async () => {
    const server = await serve(idle, idle, ok, problem(401, 'signed_out'))
    const onUnauthorized = vi.fn()
    const api = apiOf(server, { onUnauthorized })
    await failureOf(api.roles.list())
    await failureOf(api.roles.list())
    await api.roles.list()
    await failureOf(api.roles.list())
    expect(onUnauthorized.mock.calls).toEqual([['session_idle'], ['signed_out']])
  })

  it('ignores requests that were sent before it was called', async () => {
    const late: (() => void)[] = []
    const wait =
      (answer: Answer): Answer =>
      (response, request) => {
        late.push(() => answer(response, request))
      }
    const server = await serve(wait(ok), wait(idle), idle, ok, ok)
    const onUnauthorized = vi.fn()
    const api = apiOf(server, { onUnauthorized })
    const lateSuccess = api.roles.list()
    await expect.poll(() => late.length).toBe(1)
    const lateRefusal = failureOf(api.roles.list())
    await expect.poll(() => late.length).toBe(2)
    await failureOf(api.roles.list())
    await api.roles.list()
    for (const answer of late) answer()
    await Promise.all([lateSuccess, lateRefusal])
    expect(onUnauthorized).toHaveBeenCalledTimes(1)
  })

  it('isn’t called again for a refused request that was sent before it was called', async () => {
    const held: (() => void)[] = []
    const hold: Answer = (response, request) => {
      held.push(() => idle(response, request))
    }
    const server = await serve(hold, hold, ok)
    const onUnauthorized = vi.fn()
    const api = apiOf(server, { onUnauthorized })
    const [first, second] = [failureOf(api.roles.list()), failureOf(api.roles.list())]
    await expect.poll(() => held.length).toBe(2)
    held[0]?.()
    await Promise.race([first, second])
    await api.roles.list()
    held[1]?.()
    await Promise.all([first, second])
    expect(onUnauthorized).toHaveBeenCalledTimes(1)
  })

  it('isn’t called again because of a success that was sent before', async () => {
    let release = () => {}
    const early: Answer = (response, request) => {
      release = () => ok(response, request)
    }
    const server = await serve(early, idle)
    const onUnauthorized = vi.fn()
    const api = apiOf(server, { onUnauthorized })
    const success = api.roles.list()
    await expect.poll(() => server.requests.length).toBe(1)
    await failureOf(api.roles.list())
    release()
    await success
    await failureOf(api.roles.list())
    expect(onUnauthorized).toHaveBeenCalledTimes(1)
  })

  it('isn’t called again because the companies can still be read', async () => {
    const companies = json({ account: { email: 'a@example.com', name: 'A' }, companies: [] })
    const server = await serve(idle, companies, idle)
    const onUnauthorized = vi.fn()
    const api = apiOf(server, { onUnauthorized })
    await failureOf(api.session.get())
    await api.session.companies()
    await failureOf(api.session.get())
    expect(onUnauthorized).toHaveBeenCalledTimes(1)
  })

  it('isn’t called for a 403 or a lost network', async () => {
    const server = await serve(problem(403, 'missing_permission'), json(session()))
    const onUnauthorized = vi.fn()
    const api = apiOf(server, { onUnauthorized })
    await failureOf(api.roles.list())
    await server.close()
    await failureOf(api.roles.list())
    expect(onUnauthorized).not.toHaveBeenCalled()
  })
})
