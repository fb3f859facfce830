import { afterEach, describe, expect, it, vi } from 'vitest'
import { cut, endless, json, problem, raw } from './answers.ts'
import { apiOf } from './api-of.ts'
import { failureOf } from './failure-of.ts'
import { serve } from './serve.ts'
import { role, roles } from './wire.ts'

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
