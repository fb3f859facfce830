import { describe, expect, it, vi } from 'vitest'
import { silentLog } from '../../../backend/core/ports/log.ts'
import { aBackend } from './a-backend.ts'

const base64Url = (text: string) => Buffer.from(text).toString('base64url')

describe('a bad query', () => {
  it.each([
    ['unknown=1', '/query/unknown'],
    ['__proto__=1', '/query/__proto__'],
    ['constructor=1', '/query/constructor'],
    ['sort=email', '/query/sort'],
    ['sort=', '/query/sort'],
    ['sort=name&sort=joined', '/query/sort'],
    ['limit=0', '/query/limit'],
    ['limit=201', '/query/limit'],
    ['limit=-1', '/query/limit'],
    ['limit=1.5', '/query/limit'],
    ['limit=1e2', '/query/limit'],
    ['limit=ten', '/query/limit'],
    ['limit=', '/query/limit'],
    ['limit=99999999999999999999', '/query/limit'],
    ['limit=1&limit=2', '/query/limit'],
    ['fields=id&limit=5001', '/query/limit'],
    ['fields=name', '/query/fields'],
    ['offset=-1', '/query/offset'],
    ['offset=1000000001', '/query/offset'],
    ['around=a%20b', '/query/around'],
    ['around=', '/query/around'],
    [`around=${'a'.repeat(129)}`, '/query/around'],
    ['role=a&role=%00', '/query/role/1'],
    ['team=%F0%9F%98%80', '/query/team/0'],
    [Array.from({ length: 101 }, () => 'role=a').join('&'), '/query/role'],
    [`search=${'a'.repeat(201)}`, '/query/search'],
    ['search=a%00b', '/query/search'],
    ['search=a&search=b', '/query/search'],
    ['a~b/c=1', '/query/a~0b~1c'],
  ])('%s is named', async (query, pointer) => {
    const { ask } = await aBackend()
    const { status, body } = await ask(`/v1/users?${query}`)
    expect([status, body.code]).toEqual([400, 'invalid_query'])
    expect(body.fields).toContainEqual({ pointer, detail: expect.stringMatching(/./) })
  })

  it.each(['POST', 'DELETE'])(
    'is refused by %s /v1/sign-in, whose route names no parameter',
    async (method) => {
      const { ask } = await aBackend()
      const { status, body } = await ask('/v1/sign-in?next=%2F', {
        method,
        headers: { 'Content-Type': 'application/json' },
        body: method === 'POST' ? JSON.stringify({ email: 'ada@example.com', password: 'x' }) : undefined,
      })
      expect([status, body.code]).toEqual([400, 'invalid_query'])
    },
  )

  it('is refused with all its faults', async () => {
    const { ask } = await aBackend()
    const { body } = await ask('/v1/users?limit=201&sort=email&around=%20&fields=id&offset=x&limit=5001')
    expect(body.fields.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual([
      '/query/around',
      '/query/limit',
      '/query/offset',
      '/query/sort',
    ])
  })

  it.each([
    'search=%',
    'search=%ED%A0%80',
    'search=%E0%A4%A',
    'search=+',
    '&&',
    'role=nobody',
    `search=${'%F0%9F%98%80'.repeat(100)}`,
  ])('is refused: %s', async (query) => {
    expect((await (await aBackend()).ask(`/v1/users?${query}`)).status).toBe(200)
  })

  it.each(['since=-1', 'since=x', 'since=1&since=2', 'limit=1'])(
    'is refused by events: %s',
    async (query) => {
      expect((await (await aBackend()).ask(`/v1/events?${query}`)).body.code).toBe('invalid_query')
    },
  )
})

describe('a bad id', () => {
  it.each([
    'a b',
    '%00',
    '%F0%9F%98%80',
    "'%20or%201=1",
    'a%2Fb',
    '%C0%AF',
    '%E0%A4%A',
    'a'.repeat(129),
    '%2e%2e%2fx',
  ])('%s is named', async (id) => {
    const { status, body } = await (await aBackend()).ask(`/v1/users/${id}`)
    expect([status, body.code]).toEqual([400, 'invalid_id'])
    expect(body.fields[0].pointer).toBe('/path/id')
  })

  it.each(['__proto__', 'constructor', 'toString', '-', 'null'])('%s is merely unknown', async (id) => {
    expect((await (await aBackend()).ask(`/v1/users/${id}`)).body.code).toBe('not_found')
  })
})

describe('a bad cursor', () => {
  const edits: Record<string, (parts: unknown[]) => unknown> = {
    'another mark': ([, ...rest]) => ['x', ...rest],
    'a key of another kind': ([mark, , ...rest]) => [mark, 7, ...rest],
    'a key that is never': ([mark, , ...rest]) => [mark, null, ...rest],
    'a key with NUL': ([mark, , ...rest]) => [mark, '\0', ...rest],
    'half a character': ([mark, , ...rest]) => [mark, '\ud800', ...rest],
    'no id': ([mark, key]) => [mark, key],
    'an id of another kind': ([mark, key, , offset]) => [mark, key, 7, offset],
    'no id but null': ([mark, key, , offset]) => [mark, key, null, offset],
    'a list of ids': ([mark, key, id, offset]) => [mark, key, [id], offset],
    'an id with NUL': ([mark, key, , offset]) => [mark, key, 'a\0', offset],
    'half a character as id': ([mark, key, , offset]) => [mark, key, '\udc00', offset],
    'half an offset': ([mark, key, id]) => [mark, key, id, 0.5],
    'an offset in words': ([mark, key, id]) => [mark, key, id, '1'],
    'a negative offset': ([mark, key, id]) => [mark, key, id, -1],
    'an offset past counting': ([mark, key, id]) => [mark, key, id, 2 ** 60],
    'an object': (parts) => ({ ...parts }),
  }

  it.each(Object.entries(edits))('with %s is refused', async (_name, edit) => {
    const { ask } = await aBackend()
    const { next } = (await ask('/v1/users?limit=1')).body
    const parts = JSON.parse(Buffer.from(next, 'base64url').toString())
    const edited = base64Url(JSON.stringify(edit(parts)))
    expect((await ask(`/v1/users?cursor=${edited}`)).body.code).toBe('invalid_cursor')
  })

  it.each([
    '2026-02-31T00:00:00.000Z',
    '0000-01-01T00:00:00.000Z',
    '+012026-01-01T00:00:00.000Z',
    'infinity',
    'now',
    '',
    null,
    0,
    '1969-12-31T23:59:59.999Z',
    '9999-01-01T00:00:00.000Z',
    '2026-01-05T08:00:00Z',
    '2026-01-05T09:00:00.000+01:00',
  ])('with the moment %j is refused', async (moment) => {
    const { ask } = await aBackend()
    const { next } = (await ask('/v1/users?limit=1&sort=joined')).body
    const [mark, , ...rest] = JSON.parse(Buffer.from(next, 'base64url').toString())
    const edited = base64Url(JSON.stringify([mark, moment, ...rest]))
    expect((await ask(`/v1/users?sort=joined&cursor=${edited}`)).body.code).toBe('invalid_cursor')
  })

  it.each([
    ['lastActive', null],
    ['lastActive', '1970-01-01T00:00:00.000Z'],
    ['joined', '9998-12-31T23:59:59.999Z'],
    ['name', ''],
  ])('by %s with the key %j is refused', async (sort, key) => {
    const { ask } = await aBackend()
    const { next } = (await ask(`/v1/users?limit=1&sort=${sort}`)).body
    const [mark, , ...rest] = JSON.parse(Buffer.from(next, 'base64url').toString())
    const edited = base64Url(JSON.stringify([mark, key, ...rest]))
    expect((await ask(`/v1/users?sort=${sort}&cursor=${edited}`)).status).toBe(200)
  })

  it.each(['a', '****', base64Url('{'), base64Url('null'), base64Url('[]'), '%FF', '[object Object]'])(
    '%s is refused',
    async (cursor) => {
      expect((await (await aBackend()).ask(`/v1/users?cursor=${cursor}`)).body.code).toBe('invalid_cursor')
    },
  )
})

describe('a bad body', () => {
  const send = async (body: BodyInit, type = 'application/json') => {
    const { ask } = await aBackend({ signIns: { signIn: async () => ({}), signOut: async () => ({}) } })
    const { body: problem } = await ask('/v1/sign-in', {
      method: 'POST',
      as: '',
      headers: { 'Content-Type': type },
      body,
    })
    return problem
  }

  it.each([
    '',
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json; charset=latin1',
    'application/jsonp',
    'text/json',
  ])('of type %j is named', async (type) => {
    const { code, fields } = await send('{}', type)
    expect([code, fields[0].pointer]).toEqual(['unsupported_media_type', '/headers/content-type'])
  })

  it.each([
    '',
    '{',
    "{'email': 1}",
    '{"email": "a"} x',
    'NaN',
    new Uint8Array([0x22, 0xff, 0x22]),
    new Uint8Array([0xef, 0xbb]),
  ])('that isn’t JSON is named: %s', async (body) => {
    const { code, fields } = await send(body)
    expect([code, fields[0].pointer]).toEqual(['malformed_json', '/body'])
  })

  it.each([
    ['null', ['/body']],
    ['"text"', ['/body']],
    ['[]', ['/body/email', '/body/password']],
    ['{}', ['/body/email', '/body/password']],
    ['{"email":1,"password":["x"]}', ['/body/email', '/body/password']],
    ['{"email":"a","password":"x","admin":true}', ['/body/admin']],
    ['{"email":"a","password":"x","__proto__":{"admin":true}}', ['/body/__proto__']],
    ['{"email":"a\\u0000","password":"x"}', ['/body/email']],
    ['{"email":"\\ud800","password":"\\udc00"}', ['/body/email', '/body/password']],
    [`{"email":"${'a'.repeat(321)}","password":"x"}`, ['/body/email']],
    [`{"email":${'['.repeat(30_000)}${']'.repeat(30_000)},"password":"x"}`, ['/body/email']],
  ])('that breaks the contract is named: %.60s', async (body, pointers) => {
    const { code, fields } = await send(body)
    expect(code).toBe('invalid_body')
    expect(fields.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers)
  })

  it('takes the last of duplicate keys, as JSON does', async () => {
    expect(await send('{"email":1,"email":"a","password":"x"}')).toBeUndefined()
  })

  it.each([64 * 1024 + 1, 1024 * 1024 + 1])('of %i bytes is too large', async (bytes) => {
    const { code, params } = await send(' '.repeat(bytes))
    expect([code, params]).toEqual(['body_too_large', { bytes: '65536' }])
  })

  it.each<Record<string, string>>([{}, { 'Content-Length': '100' }])(
    'that its client aborts is the client’s fault, and no error of the server: %j',
    async (headers) => {
      const error = vi.fn()
      const { ask } = await aBackend({ log: { ...silentLog, error } })
      const aborted = new ReadableStream<Uint8Array>({
        pull(controller) {
          controller.error(new Error('aborted'))
        },
      })
      const request = { method: 'POST', as: '', headers, body: aborted, duplex: 'half' as const }
      const { status, body } = await ask('/v1/sign-in', request)
      expect([status, body.code]).toEqual([400, 'malformed_request'])
      expect(error).not.toHaveBeenCalled()
    },
  )

  it('is cut off at the limit where its length is not said', async () => {
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 16_384
        controller.enqueue(new Uint8Array(16_384))
      },
    })
    const { ask } = await aBackend()
    const request = { method: 'POST', as: '', body: endless, duplex: 'half' as const }
    expect((await ask('/v1/sign-in', request)).body.code).toBe('body_too_large')
    expect(sent).toBeLessThan(200_000)
  })
})

describe('bad headers', () => {
  it.each(['Bearer', 'Bearer  ', 'Basic Ym9zczo=', '=', 'Bearer boss boss', '\u00ff'])(
    'of identity are nobody: %j',
    async (authorization) => {
      const { ask } = await aBackend()
      const answer = await ask('/v1/users', { as: '', headers: { Authorization: authorization } })
      expect(answer.body.code).toBe('signed_out')
    },
  )

  it.each(['__proto__', 'a'.repeat(5_000), 'c-1, c-2', '\u00ff'])(
    'of company are unknown: %.20j',
    async (company) => {
      expect((await (await aBackend()).ask('/v1/users', { company })).body.code).toBe('company_not_found')
    },
  )

  it('with an absurd length are refused', async () => {
    const { ask } = await aBackend()
    expect((await ask('/v1/users', { headers: { 'Content-Length': 'x' } })).status).toBe(200)
  })
})
