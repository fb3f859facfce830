import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUnreadable } from '../../src/base/row-source.ts'
import { isApiError } from '../../src/client/is-api-error.ts'
import { reach } from '../reach.ts'
import { apiOf } from './api-of.ts'
import { broken, hostileTexts } from './broken.ts'
import { failureOf } from './failure-of.ts'
import { type Answer, serve } from './serve.ts'
import { everything, role, session, user, users, usersWindow } from './wire.ts'

/** Answers to try; `ROSTER_HOSTILE_RUNS` sets another number. */
const runs = Number(process.env.ROSTER_HOSTILE_RUNS ?? 400)
const timeout = Math.max(30_000, runs * 50)

type Api = ReturnType<typeof apiOf>

const team = { id: 't', name: 'T', direct: true, viaRole: false }
const company = { id: 'acme', name: 'Acme' }
const refusal = {
  code: 'not_found',
  fields: [{ pointer: '/a', detail: 'b' }],
  params: { a: 'b' },
  retryAfter: 0,
}

/** Every call, and a good answer to it. */
const calls: [call: (api: Api) => Promise<unknown>, answer: unknown][] = [
  [(api) => api.users.list({ limit: 3 }), usersWindow(users(0, 3), { next: 'c', totalIs: 'atLeast' })],
  [(api) => api.users.list({ search: 'a' }), session(everything)],
  [(api) => api.users.ids({}), session(everything)],
  [(api) => api.users.iterate()[Symbol.asyncIterator]().next(), usersWindow(users(0, 3))],
  [(api) => api.users.get('user-1'), user(1, { presence: 'away', custom: { a: 1 }, teams: [team] })],
  [(api) => api.session.get(), session(everything)],
  [(api) => api.session.companies(), { account: { email: 'a', name: 'A' }, companies: [company] }],
  [(api) => api.roles.list(), { roles: [role] }],
  [(api) => api.teams.list(), { teams: [{ id: 't', name: 'T', roleIds: ['r'], userCount: 3 }] }],
  [
    (api) => api.permissions.list(),
    { permissions: [{ id: 'p', label: 'P', kind: 'operational', group: 'G' }] },
  ],
  [(api) => api.events.list(1), { events: [], revision: 3, gap: false }],
]

const noise = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...hostileTexts),
  broken(refusal).map((body) => JSON.stringify(body)),
)

const mostly = <Value>(usual: Value, ...others: Value[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, fc.constantFrom(...others))

/** A call, and an answer that is nearly right or not at all. */
const exchange = fc.constantFrom(...calls).chain(([call, answer]) =>
  fc.record({
    call: fc.constant(call),
    status: mostly(200, 201, 204, 206, 304, 400, 401, 403, 404, 409, 422, 429, 500, 503, 599),
    type: mostly('application/json', 'application/problem+json', 'text/html', 'application/json;;', ''),
    retryAfter: fc.constantFrom('0', '-1', '1e9', 'soon', '9'.repeat(20), 'Thu, 01 Jan 1970 00:00:00 GMT'),
    body: fc.oneof({ weight: 2, arbitrary: broken(answer).map((body) => JSON.stringify(body)) }, noise),
  }),
)

describe('any response of a server', () => {
  it('the client gives a parsed value or an ApiError', { timeout }, async () => {
    let answer: Answer = () => {}
    const server = await serve((response, request) => answer(response, request))
    const outcomes = { parsed: 0, failed: 0 }
    const property = fc.asyncProperty(exchange, async ({ call, status, type, retryAfter, body }) => {
      answer = (response) => {
        response
          .writeHead(status, { ...(type && { 'content-type': type }), 'retry-after': retryAfter })
          .end(body)
      }
      const outcome = await settled(call(apiOf(server, { retry: 1, timeout: 2_000 }, { most: 1 })))
      if ('value' in outcome) {
        outcomes.parsed += 1
        expect(status).toBeLessThan(300)
        expectRows(outcome.value)
      } else {
        outcomes.failed += 1
        expect(isApiError(outcome.error)).toBe(true)
        expect(outcome.error).toMatchObject({ code: expect.stringMatching(/./s), fields: expect.any(Array) })
      }
    })
    await fc.assert(property, { seed: 20_260_101, numRuns: runs })
    expect(Reflect.has({}, 'isApiError')).toBe(false)
    expect(outcomes.parsed).toBeGreaterThan(runs / 40)
    expect(outcomes.failed).toBeGreaterThan(runs / 4)
    const outcome = `${outcomes.failed} typed errors, ${outcomes.parsed} readable, nothing else`
    reach({ area: 'hostile server answers', floor: 20_000, reached: runs, outcome })
  })

  it('every row of a window is a user or marked as unreadable', { timeout }, async () => {
    let rows: unknown[] = []
    const server = await serve((response) => {
      const body = JSON.stringify(usersWindow(rows))
      response.writeHead(200, { 'content-type': 'application/json' }).end(body)
    })
    const api = apiOf(server)
    const row = broken(user(1, { presence: 'away', custom: {}, teams: [team] }))
    const property = fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (some) => {
      rows = some
      const window = await api.users.list({})
      expect(window.rows).toHaveLength(some.length)
      expectRows(window)
    })
    await fc.assert(property, { seed: 20_260_102, numRuns: Math.ceil(runs / 4) })
  })

  it('a connection that ends anywhere in the response is an ApiError', async () => {
    const body = JSON.stringify({ roles: [role] })
    const whole = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`
    let length = 0
    const server = await serve((response) => response.socket?.end(whole.slice(0, length)))
    const api = apiOf(server, { retry: 0 })
    for (; length < whole.length; length += 5) await failureOf(api.roles.list())
    length = whole.length
    await expect(api.roles.list()).resolves.toMatchObject({ roles: [{ id: 'agent' }] })
  })
})

const settled = (call: Promise<unknown>) =>
  call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )

/** Rows that are typed as users are users. */
function expectRows(value: unknown) {
  const rows = typeof value === 'object' && value !== null && 'rows' in value ? value.rows : []
  if (!Array.isArray(rows)) return expect.fail('the rows are no array')
  for (const row of rows) {
    if (isUnreadable(row)) expect(row.issue).toEqual(expect.any(String))
    else expect(row).toMatchObject({ id: expect.stringMatching(/^[\w.~-]{1,128}$/) })
  }
}
