import { describe, expect, it } from 'vitest'
import type { Log } from '../../../backend/core/ports/log.ts'
import type { Store } from '../../../backend/core/ports/store.ts'
import { StoreUnavailable } from '../../../backend/core/ports/store-unavailable.ts'
import { aBackend } from './a-backend.ts'
import { addressOf, operations, otherMethod } from './operations.ts'

/** A log that remembers. */
function aLog() {
  const lines: { level: string; fields: object; message: string }[] = []
  const at = (level: string) => (fields: object, message: string) => lines.push({ level, fields, message })
  const log: Log = { info: at('info'), warn: at('warn'), error: at('error') }
  return { log, lines }
}

const failing =
  (error: unknown) =>
  (store: Store): Store => ({
    ...store,
    users: () => Promise.reject(error),
  })

describe('every response', () => {
  it.each(['/v1/users', '/v1/users/nobody', '/v1/unknown', '/unknown', '/v1/users?x=1'])(
    'is never stored, sniffed or framed: %s',
    async (path) => {
      const { headers } = await (await aBackend()).ask(path)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('x-request-id')).toMatch(/^[\w-]{36}$/)
    },
  )

  it('carries the request id that was sent, if it is fit for a log', async () => {
    const { ask } = await aBackend()
    const idOf = async (sent: string) => {
      const { headers, body } = await ask('/v1/unknown', { headers: { 'X-Request-Id': sent } })
      expect(body.requestId).toBe(headers.get('x-request-id'))
      return body.requestId
    }
    expect(await idOf('trace-1.2_3')).toBe('trace-1.2_3')
    expect(await idOf('a b')).not.toBe('a b')
    expect(await idOf('x'.repeat(65))).toHaveLength(36)
  })
})

describe('methods', () => {
  it.each(operations)('%s names what else its path takes', async (_operation, route) => {
    const { ask } = await aBackend()
    const { status, headers, body } = await ask(addressOf(route), { method: otherMethod(route) })
    expect([status, body.code]).toEqual([405, 'method_not_allowed'])
    expect(headers.get('allow')?.split(', ')).toContain(route.method)
    const options = await ask(addressOf(route), { method: 'OPTIONS', as: '', company: '' })
    expect([options.status, options.headers.get('allow')]).toEqual([204, headers.get('allow')])
  })

  it('responds to HEAD as to GET, without a body', async () => {
    const { ask } = await aBackend()
    const [head, get] = [await ask('/v1/users', { method: 'HEAD' }), await ask('/v1/users')]
    expect([head.status, head.text, head.headers.get('content-type')]).toEqual([
      200,
      '',
      get.headers.get('content-type'),
    ])
    expect((await ask('/v1/users', { method: 'HEAD', as: '' })).status).toBe(401)
  })

  it.each(['/', '/v1', '/v1/', '/v1/users/', '/v1/users/agent/more', '/V1/users', '/v1//users'])(
    'finds nothing at %s',
    async (path) => {
      const { status, body } = await (await aBackend()).ask(path)
      expect([status, body.code]).toEqual([404, 'not_found'])
    },
  )
})

describe('failures', () => {
  it.each([new Error('SELECT password FROM users'), 'a thrown text', undefined])(
    'are reported without details: %s',
    async (error) => {
      const { log, lines } = aLog()
      const { ask } = await aBackend({ store: failing(error), log })
      const { status, body } = await ask('/v1/users')
      expect(status).toBe(500)
      expect(body).toEqual({
        type: 'about:blank',
        title: 'Internal',
        status: 500,
        code: 'internal',
        requestId: expect.any(String),
      })
      expect(lines.find(({ level }) => level === 'error')?.fields).toEqual({
        requestId: body.requestId,
        err: error,
      })
    },
  )

  it('of the store are unavailable, and say when to come again', async () => {
    const { ask } = await aBackend({ store: failing(new StoreUnavailable('no route to host')) })
    const { status, body, headers } = await ask('/v1/users')
    expect([status, body.code, body.retryAfter]).toEqual([503, 'unavailable', 5])
    expect(headers.get('retry-after')).toBe('5')
    expect(JSON.stringify(body)).not.toContain('no route')
  })
})

describe('the log', () => {
  it('has one line a request, with no secret', async () => {
    const { log, lines } = aLog()
    const { ask, company } = await aBackend({ log })
    const { headers } = await ask('/v1/users?search=someone')
    await ask('/v1/users', { as: '' })
    await ask('/nowhere?token=secret')
    const requestId = headers.get('x-request-id')
    expect(lines).toEqual([
      {
        level: 'info',
        message: 'request',
        fields: {
          requestId,
          operation: 'listUsers',
          company,
          account: expect.any(String),
          user: expect.any(String),
          method: 'GET',
          status: 200,
          ms: expect.any(Number),
        },
      },
      {
        level: 'info',
        message: 'request',
        fields: expect.objectContaining({ operation: 'listUsers', status: 401, code: 'signed_out' }),
      },
      { level: 'info', message: 'request', fields: expect.objectContaining({ status: 404 }) },
    ])
    expect(JSON.stringify(lines)).not.toMatch(/Bearer|secret|someone/)
  })
})
