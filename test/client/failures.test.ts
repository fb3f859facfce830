import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { isApiError } from '../../src/client/is-api-error.ts'
import { cut, endless, json, problem, raw, reset, silence } from './answers.ts'
import { apiOf } from './api-of.ts'
import { failureOf } from './failure-of.ts'
import { serve } from './serve.ts'
import { role, roles, user } from './wire.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a refusal', () => {
  it('carries all that the problem says', async () => {
    const server = await serve(
      problem(403, 'missing_permission', {
        detail: 'Managing users needs a permission.',
        requestId: 'req-7',
        reason: 'missing_permission',
        params: { permission: 'manage_users' },
        fields: [{ pointer: '/query/sort', detail: 'unknown' }],
      }),
    )
    const error = await failureOf(apiOf(server).users.list({}))
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({
      name: 'ProblemError',
      code: 'missing_permission',
      status: 403,
      message: 'Managing users needs a permission.',
      requestId: 'req-7',
      reason: 'missing_permission',
      params: { permission: 'manage_users' },
      fields: [{ pointer: '/query/sort', detail: 'unknown' }],
    })
    expect(error.cause).toBeInstanceOf(Error)
  })

  it('keeps a code and a reason that this version does not know', async () => {
    const server = await serve(problem(409, 'moon_is_full', { reason: 'tides' }))
    expect(await failureOf(apiOf(server).roles.list())).toMatchObject({
      code: 'moon_is_full',
      reason: 'tides',
    })
  })

  it('keeps its code where another member is broken', async () => {
    const server = await serve(
      problem(403, 'missing_permission', {
        fields: 'many',
        params: { a: 1, b: 'two' },
        retryAfter: 'soon',
        title: 4,
      }),
    )
    expect(await failureOf(apiOf(server).roles.list())).toMatchObject({
      code: 'missing_permission',
      fields: [],
      params: { b: 'two' },
      retryAfter: undefined,
    })
  })

  it('keeps the longest code, and drops members that are empty', async () => {
    const longest = 'x'.repeat(128)
    const server = await serve(
      problem(409, longest, {
        requestId: '',
        reason: '',
        fields: [null, { pointer: '', detail: 'nowhere' }, { pointer: '/body/name' }],
        retryAfter: 0,
        params: ['not', 'names'],
      }),
    )
    expect(await failureOf(apiOf(server).roles.list())).toMatchObject({
      code: longest,
      message: 'HTTP 409',
      requestId: undefined,
      reason: undefined,
      fields: [{ pointer: '/body/name', detail: '' }],
      retryAfter: 0,
    })
  })

  it.each([
    [{ detail: 'Detail.', title: 'Title' }, 'Detail.'],
    [{ detail: '', title: 'Title' }, 'Title'],
    [{ detail: 4, title: 'Title' }, 'Title'],
    [{}, 'HTTP 409'],
  ])('with the members %j has the message %s', async (members, message) => {
    const server = await serve(problem(409, 'last_admin', members))
    expect(await failureOf(apiOf(server).roles.list())).toMatchObject({ message })
  })

  it('takes its request id and wait from the body before the headers', async () => {
    const headers = { 'x-request-id': 'of-header', 'retry-after': '9' }
    const both = await serve(problem(409, 'last_admin', { requestId: 'of-body', retryAfter: 4 }, headers))
    expect(await failureOf(apiOf(both).roles.list())).toMatchObject({ requestId: 'of-body', retryAfter: 4 })
    const one = await serve(problem(409, 'last_admin', { retryAfter: -1 }, headers))
    expect(await failureOf(apiOf(one).roles.list())).toMatchObject({
      requestId: 'of-header',
      retryAfter: 9,
    })
  })

  it('has no fields for a 500, and the request id of the header', async () => {
    const server = await serve(raw(500, 'text/html', '<h1>Oh</h1>', { 'x-request-id': 'req-9' }))
    const error = await failureOf(apiOf(server).roles.list())
    expect(error).toMatchObject({
      name: 'ProblemError',
      code: 'internal',
      status: 500,
      requestId: 'req-9',
      fields: [],
    })
  })

  it.each([
    [301, 'http_error'],
    [400, 'http_error'],
    [401, 'signed_out'],
    [402, 'http_error'],
    [403, 'http_error'],
    [404, 'http_error'],
    [409, 'http_error'],
    [412, 'http_error'],
    [418, 'http_error'],
    [428, 'http_error'],
    [429, 'rate_limited'],
    [499, 'http_error'],
    [500, 'internal'],
    [501, 'internal'],
    [502, 'unavailable'],
    [503, 'unavailable'],
    [504, 'unavailable'],
    [505, 'internal'],
  ])('without a problem body says for %i: %s', async (status, code) => {
    for (const body of [
      '',
      'Bad gateway',
      '[]',
      '{"code":7}',
      '{"code":""}',
      JSON.stringify({ code: 'x'.repeat(129) }),
      '{"code":',
      'null',
    ]) {
      const server = await serve(raw(status, 'application/json', body))
      expect(await failureOf(apiOf(server).roles.list())).toMatchObject({
        name: 'ProblemError',
        status,
        code,
      })
    }
  })

  it('with a huge or an endless body is a refusal all the same', async () => {
    const huge = await serve(raw(404, 'application/json', `"${'x'.repeat(9_000_000)}"`))
    expect(await failureOf(apiOf(huge).roles.list())).toMatchObject({ status: 404, code: 'http_error' })
    const poured = await serve(endless(404, '{"code":'.repeat(1_000)))
    expect(await failureOf(apiOf(poured).roles.list())).toMatchObject({ status: 404, code: 'http_error' })
    const stuck = await serve((response) => {
      response.writeHead(404, { 'content-type': 'application/json' }).write('{"code":')
    })
    expect(await failureOf(apiOf(stuck, { timeout: 200 }).roles.list())).toMatchObject({ status: 404 })
  })
})

describe('a response that can’t be read', () => {
  const malformed = { name: 'AnswerError', code: 'malformed_answer', status: 200 }

  it.each([
    ['is cut off', cut],
    ['is no JSON', raw(200, 'application/json', '{"roles":')],
    ['is empty', raw(200, 'application/json', '')],
    ['is a page', raw(200, 'text/html', '<!doctype html>')],
    ['is JSON by another name', raw(200, 'text/plain', JSON.stringify(roles))],
    ['is null', json(null)],
    ['is of another shape', json({ roles: 'none' })],
    ['does not end', endless(200, '"roles",'.repeat(1_000))],
  ])('because it %s, is an AnswerError', async (_, answer) => {
    const server = await serve(answer)
    expect(await failureOf(apiOf(server).roles.list())).toMatchObject(malformed)
    expect(server.requests).toHaveLength(1)
  })

  it('points to what broke the shape, and names the request', async () => {
    const server = await serve(json({ roles: [role, { ...role, name: 4 }] }, { 'x-request-id': 'req-3' }))
    const error = await failureOf(apiOf(server).roles.list())
    expect(error).toMatchObject({
      ...malformed,
      requestId: 'req-3',
      fields: [{ pointer: '/body/roles/1/name' }],
    })
    expect(error.message).toContain('/body/roles/1/name')
  })

  it.each(['application/vnd.acme+json; charset=utf-8', 'text/json', 'APPLICATION/JSON ;charset=utf-8'])(
    'takes the JSON type %s',
    async (type) => {
      const server = await serve(raw(200, type, JSON.stringify(roles)))
      await expect(apiOf(server).roles.list()).resolves.toEqual({
        roles: [expect.objectContaining({ id: 'agent' })],
      })
    },
  )

  it.each(['application/jsonp', 'text/plain; a=b/json', 'json', 'application/x-ndjson'])(
    'refuses the type %s',
    async (type) => {
      const server = await serve(raw(200, type, JSON.stringify(roles)))
      expect(await failureOf(apiOf(server).roles.list())).toMatchObject(malformed)
    },
  )

  it('lists at most 20 faults', async () => {
    const server = await serve(json({ roles: Array(25).fill({ ...role, name: 4 }) }))
    const { fields } = await failureOf(apiOf(server).roles.list())
    expect(fields).toHaveLength(20)
    expect(fields[19]).toMatchObject({ pointer: '/body/roles/19/name' })
  })

  it('may be 8 MiB long, and no longer', async () => {
    const most = 8 * 1_024 * 1_024
    const ofLength = (length: number) => {
      const empty = JSON.stringify({ ...roles, pad: '' })
      return raw(
        200,
        'application/json',
        JSON.stringify({ ...roles, pad: 'x'.repeat(length - empty.length) }),
      )
    }
    const whole = await serve(ofLength(most))
    await expect(apiOf(whole).roles.list()).resolves.toMatchObject({ roles: [{ id: 'agent' }] })
    const longer = await serve(ofLength(most + 1))
    expect(await failureOf(apiOf(longer).roles.list())).toMatchObject(malformed)
  })
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
    expect(await failureOf(apiOf(mute, { timeout: 50 }).roles.list())).toMatchObject(timedOut)
    expect(mute.requests).toHaveLength(1)
    const slow = await serve((response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{')
    })
    expect(await failureOf(apiOf(slow, { timeout: 50 }).roles.list())).toMatchObject(timedOut)
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
