import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { GetToken } from '../../src/client/token-layer.ts'
import { bySession, json, problem } from './answers.ts'
import { apiOf } from './api-of.ts'
import { failureOf } from './failure-of.ts'
import { type Answer, serve } from './serve.ts'
import { roles, session, user } from './wire.ts'

const ok = json(roles)

/** Lets one bearer in. */
const only =
  (token: string, answer = ok): Answer =>
  (response, request) =>
    (request.headers.authorization === `Bearer ${token}` ? answer : problem(401, 'signed_out'))(
      response,
      request,
    )

describe('the token', () => {
  it('goes along with each request, and a missing one leaves the header out', async () => {
    const server = await serve(ok)
    await apiOf(server, { getToken: async () => 'abc' }).roles.list()
    await apiOf(server, { getToken: () => null }).roles.list()
    await apiOf(server).roles.list()
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer abc',
      undefined,
      undefined,
    ])
  })

  it('is requested once more after a refusal', async () => {
    const server = await serve(only('new'))
    const onUnauthorized = vi.fn()
    const getToken = vi.fn().mockReturnValueOnce('old').mockReturnValue('new')
    await apiOf(server, { getToken, onUnauthorized }).roles.list()
    expect(server.requests).toHaveLength(2)
    expect(getToken).toHaveBeenCalledTimes(2)
    expect(onUnauthorized).not.toHaveBeenCalled()
  })

  it('that is refused twice counts, and isn’t requested a third time', async () => {
    const server = await serve(only('none'))
    const onUnauthorized = vi.fn()
    const getToken = vi.fn(() => 'old')
    const error = await failureOf(apiOf(server, { getToken, onUnauthorized }).roles.list())
    expect(error).toMatchObject({ code: 'signed_out', status: 401 })
    expect(server.requests).toHaveLength(2)
    expect(getToken).toHaveBeenCalledTimes(2)
    expect(onUnauthorized).toHaveBeenCalledExactlyOnceWith('signed_out')
  })

  it('is renewed once for all requests that wait for it', async () => {
    const server = await serve(only('new'))
    const parallel = 5
    const renewed = Promise.withResolvers<string>()
    const getToken = vi.fn((): string | Promise<string> =>
      getToken.mock.calls.length <= parallel ? 'old' : renewed.promise,
    )
    const api = apiOf(server, { getToken })
    const calls = Array.from({ length: parallel }, () => api.roles.list())
    await expect.poll(() => server.requests.length).toBe(parallel)
    await expect.poll(() => getToken.mock.calls.length).toBe(parallel + 1)
    renewed.resolve('new')
    await Promise.all(calls)
    expect(getToken).toHaveBeenCalledTimes(parallel + 1)
    expect(server.requests).toHaveLength(2 * parallel)
  })

  it('is renewed again by the next request when a renewal hangs', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    onTestFinished(() => void vi.useRealTimers())
    const server = await serve(only('new'))
    const hanging = new Promise<string>(() => {})
    const tokens = ['old', hanging, 'old', 'new']
    const api = apiOf(server, { getToken: () => tokens.shift() })
    const controller = new AbortController()
    const first = failureOf(api.roles.list({ signal: controller.signal }))
    await expect.poll(() => tokens.length).toBe(2)
    vi.advanceTimersByTime(31_000)
    expect(await api.roles.list()).toBeDefined()
    controller.abort()
    expect(await first).toMatchObject({ code: 'aborted' })
  })

  it('is renewed again when the new one expires too', async () => {
    let valid = 'first'
    const server = await serve((response, request) => only(valid)(response, request))
    const tokens = ['first', 'first', 'second', 'second', 'third']
    const getToken = vi.fn(async () => tokens.shift())
    const api = apiOf(server, { getToken })
    await api.roles.list()
    for (const next of ['second', 'third']) {
      valid = next
      await api.roles.list()
    }
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(
      ['first', 'first', 'second', 'second', 'third'].map((token) => `Bearer ${token}`),
    )
  })

  it.each([null, undefined, ''])('that is %j after a refusal is not a reason to repeat', async (token) => {
    const server = await serve(problem(401, 'session_expired'))
    const getToken = vi.fn((): string | null | undefined => token).mockReturnValueOnce('old')
    const error = await failureOf(apiOf(server, { getToken }).roles.list())
    expect(error).toMatchObject({ code: 'session_expired', status: 401 })
    expect(server.requests).toHaveLength(1)
  })

  it('is not renewed after a 403', async () => {
    const server = await serve(problem(403, 'missing_permission'))
    const getToken = vi.fn(() => 'old')
    await failureOf(apiOf(server, { getToken }).roles.list())
    expect(getToken).toHaveBeenCalledOnce()
    expect(server.requests).toHaveLength(1)
  })

  it('is renewed for a write, whose body is sent again', async () => {
    const server = await serve(bySession(json(session()), only('new', json(user(1)))))
    const getToken = vi
      .fn(() => 'new')
      .mockReturnValueOnce('new')
      .mockReturnValueOnce('old')
    await apiOf(server, { getToken, retry: 0 }).users.changeTeams(
      'user-1',
      { add: ['t1'], remove: [] },
      { intent: 'intent-1' },
    )
    const writes = server.requests.filter(({ method }) => method === 'PATCH')
    expect(writes.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer new'])
    expect(await Promise.all(writes.map(({ body }) => body))).toEqual(
      Array(2).fill('{"add":["t1"],"remove":[]}'),
    )
    expect(new Set(writes.map(({ headers }) => headers['idempotency-key']))).toEqual(new Set(['intent-1']))
  })

  it('is renewed once by twenty requests with a stale one, however late their refusals come', async () => {
    const held: (() => void)[] = []
    const server = await serve((response, request) => {
      if (request.headers.authorization === 'Bearer new') ok(response, request)
      else held.push(() => problem(401, 'signed_out')(response, request))
    })
    let current = 'old'
    const renewals = vi.fn(async () => {
      current = 'new'
      return current
    })
    const getToken = () => (held.length < 20 ? current : renewals())
    const api = apiOf(server, { getToken })
    const calls = Array.from({ length: 20 }, () => api.roles.list())
    await expect.poll(() => held.length).toBe(20)
    for (const [index, refuse] of held.entries()) {
      refuse()
      if (index % 5 === 0) await expect.poll(() => server.requests.length).toBeGreaterThan(20 + index)
    }
    await Promise.all(calls)
    expect(renewals).toHaveBeenCalledOnce()
    expect(server.requests).toHaveLength(40)
  })

  it.each<[string, () => never | Promise<never>]>([
    ['rejects', () => Promise.reject(new Error('the refresh token has expired'))],
    ['rejects with a refusal', () => Promise.reject(new Response(null, { status: 400 }))],
    ['rejects with nothing', () => Promise.reject(undefined)],
    [
      'throws',
      () => {
        throw new TypeError('Cannot read properties of null')
      },
    ],
  ])('whose renewal %s is a sign-out that is reported to the host once', async (_, fail) => {
    const server = await serve(problem(401, 'session_expired'))
    const onUnauthorized = vi.fn()
    const getToken = vi.fn<GetToken>(fail).mockReturnValueOnce('old').mockReturnValueOnce('old')
    const api = apiOf(server, { getToken, onUnauthorized })
    const errors = await Promise.all([failureOf(api.roles.list()), failureOf(api.roles.list())])
    expect(errors).toMatchObject([
      { code: 'session_expired', status: 401 },
      { code: 'session_expired', status: 401 },
    ])
    expect(getToken).toHaveBeenCalledTimes(3)
    expect(onUnauthorized).toHaveBeenCalledExactlyOnceWith('session_expired')
    expect(server.requests).toHaveLength(2)
  })

  it.each([
    ['of fetch', new TypeError('Failed to fetch')],
    ['of axios', Object.assign(new Error('Network Error'), { name: 'AxiosError', code: 'ERR_NETWORK' })],
    ['of Node', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
    ['of a time limit', new DOMException('signal timed out', 'TimeoutError')],
    ['of a request that the host aborted', new DOMException('aborted', 'AbortError')],
  ])('whose renewal fails by a network error %s is requested again', async (_, error) => {
    const server = await serve(only('new'))
    const onUnauthorized = vi.fn()
    const getToken = vi
      .fn<GetToken>(async () => 'new')
      .mockReturnValueOnce('old')
      .mockRejectedValueOnce(error)
      .mockReturnValueOnce('old')
    await apiOf(server, { getToken, onUnauthorized }).roles.list()
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer old',
      'Bearer old',
      'Bearer new',
    ])
    expect(onUnauthorized).not.toHaveBeenCalled()
  })

  it('whose renewal never reaches the network fails as `network`, and no one is signed out', async () => {
    const server = await serve(problem(401, 'signed_out'))
    const onUnauthorized = vi.fn()
    const getToken = vi
      .fn<GetToken>(() => Promise.reject(new TypeError('Load failed')))
      .mockReturnValueOnce('old')
    const api = apiOf(server, { getToken, onUnauthorized, retry: 0 })
    expect(await failureOf(api.roles.list())).toMatchObject({ code: 'network' })
    expect(onUnauthorized).not.toHaveBeenCalled()
  })

  it('that couldn’t be loaded without a network is requested again', async () => {
    const server = await serve(ok)
    const getToken = vi.fn<GetToken>(() => 'new').mockRejectedValueOnce(new TypeError('Failed to fetch'))
    await apiOf(server, { getToken }).roles.list()
    expect(getToken).toHaveBeenCalledTimes(2)
  })

  it('that no header can hold isn’t quoted in the error', async () => {
    const getToken = () => 'secret\nsecret'
    const error = await failureOf(apiOf({ url: 'http://127.0.0.1' }, { getToken, retry: 0 }).roles.list())
    expect(error).toMatchObject({
      code: 'unknown',
      message: expect.stringMatching(/^getToken must return text/),
    })
    expect(`${error} ${error.stack} ${error.cause}`).not.toContain('secret\nsecret')
  })

  it('that cannot be had is an ApiError', async () => {
    const server = await serve(ok)
    const getToken = () => Promise.reject(new Error('no keychain'))
    const error = await failureOf(apiOf(server, { getToken }).roles.list())
    expect(error).toMatchObject({ name: 'ApiError', code: 'unknown', message: 'no keychain' })
    expect(server.requests).toHaveLength(0)
  })
})
