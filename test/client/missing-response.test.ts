import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { isApiError } from '../../src/client/is-api-error.ts'
import { json, problem, reset, silence } from './answers.ts'
import { apiOf } from './api-of.ts'
import { failureOf } from './failure-of.ts'
import { serve } from './serve.ts'
import { user } from './wire.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a missing response', () => {
  it('from a closed port is a NetworkError', async () => {
    const server = await serve(silence)
    await server.close()
    const error = await failureOf(apiOf(server).roles.list())
    expect(error).toMatchObject({ name: 'NetworkError', code: 'network', status: undefined })
    expect(error.cause).toBeInstanceOf(TypeError)
  })

  it('without a network is `offline`', async () => {
    const server = await serve(reset)
    vi.stubGlobal('navigator', { onLine: false })
    expect(await failureOf(apiOf(server).roles.list())).toMatchObject({
      name: 'NetworkError',
      code: 'offline',
    })
  })

  it('in time is a TimeoutError, for headers and for the body', async () => {
    const started = performance.now()
    const mute = await serve(silence)
    const timedOut = { name: 'TimeoutError', code: 'timeout' }
    expect(await failureOf(apiOf(mute, { timeout: 500 }).roles.list())).toMatchObject(timedOut)
    expect(mute.requests).toHaveLength(1)
    const slow = await serve((response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{')
    })
    expect(await failureOf(apiOf(slow, { timeout: 500 }).roles.list())).toMatchObject(timedOut)
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  it.each([
    ['10 seconds of one attempt', {}, 10_000],
    ['30 seconds of a call', { timeout: 60_000 }, 30_000],
  ])('is a TimeoutError after %s by default', async (_, options, limit) => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const fetch = () => new Promise<never>(() => {})
    const onEnd = vi.fn()
    const call = failureOf(apiOf({ url: 'http://127.0.0.1' }, { fetch, retry: 0, ...options }).roles.list())
    void call.then(onEnd)
    await vi.advanceTimersByTimeAsync(limit - 1)
    expect(onEnd).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(await call).toMatchObject({ code: 'timeout' })
  })

  it('within the total time ends the repetitions', async () => {
    const server = await serve(problem(503, 'unavailable'))
    const call = apiOf(server, { totalTimeout: 100 }, { first: 1_000, most: 5_000 }).roles.list()
    expect(await failureOf(call)).toMatchObject({ code: 'timeout' })
    expect(server.requests).toHaveLength(1)
  })

  it.each(['opaque', 'opaqueredirect', 'error'])(
    'that scripts may not read, of type %s, is a NetworkError',
    async (type) => {
      const unreadable = { error: Response.error() }[type] ?? new Response(null)
      const fetch = () => Object.defineProperties(unreadable, { type: { value: type }, status: { value: 0 } })
      const api = apiOf({ url: 'http://127.0.0.1' }, { fetch, retry: 0 })
      for (const call of [() => api.roles.list(), () => api.session.idle.end('idle')])
        expect(await failureOf(call())).toMatchObject({
          code: 'network',
          cause: { message: `The response can't be read: it is of type ${type}.` },
        })
    },
  )

  it('from an invalid address is still an ApiError', async () => {
    const error = await failureOf(apiOf({ url: 'nowhere' }).roles.list())
    expect(isApiError(error)).toBe(true)
  })
})

describe('a signal', () => {
  it.each([['no reason'], ['a reason', 'enough'], ['an error', new Error('enough')]])(
    'with %s ends the running request',
    async (_, reason?: unknown) => {
      const server = await serve(silence)
      const controller = new AbortController()
      const call = failureOf(apiOf(server).users.get('user-1', { signal: controller.signal }))
      await expect.poll(() => server.requests.length).toBe(1)
      controller.abort(reason)
      expect(await call).toMatchObject({
        name: 'AbortedError',
        code: 'aborted',
        cause: controller.signal.reason,
      })
      await server.requests[0]?.gone
    },
  )

  it('ends the reading of a body', async () => {
    const server = await serve((response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{')
    })
    const controller = new AbortController()
    const call = failureOf(apiOf(server).roles.list({ signal: controller.signal }))
    await expect.poll(() => server.requests.length).toBe(1)
    controller.abort()
    expect(await call).toMatchObject({ code: 'aborted' })
    await server.requests[0]?.gone
  })

  it('that has fired sends nothing', async () => {
    const server = await serve(json(user(1)))
    const error = await failureOf(apiOf(server).users.get('user-1', { signal: AbortSignal.abort() }))
    expect(error).toMatchObject({ code: 'aborted' })
    expect(server.requests).toHaveLength(0)
  })

  it('ends a call whose fetch or token does not listen', async () => {
    const never = () => new Promise<never>(() => {})
    for (const deaf of [{ fetch: never }, { getToken: never }]) {
      const controller = new AbortController()
      const call = failureOf(
        apiOf({ url: 'http://127.0.0.1' }, deaf).roles.list({ signal: controller.signal }),
      )
      queueMicrotask(() => controller.abort())
      expect(await call).toMatchObject({ code: 'aborted' })
    }
  })
})
