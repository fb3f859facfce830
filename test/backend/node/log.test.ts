import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { runBackend } from './run-backend.ts'
import { createPostgres } from './test-postgres.ts'

const secretKey = 'k'.repeat(32)
const password = 'correct horse battery'
const wrong = 'hunter2 hunter2'
const email = 'ada.lovelace@acme.example'
const unknown = 'charles.babbage@acme.example'

type Line = Record<string, unknown>

const isLine = (value: unknown): value is Line => typeof value === 'object' && value !== null

const linesIn = (output: string) =>
  output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line): unknown => JSON.parse(line))
    .filter(isLine)

describe('the log', { timeout: 60_000 }, () => {
  it('attributes each sign-in and each refusal, without a password, a cookie, a token or an email', async () => {
    const environment = { DATABASE_URL: await createPostgres(), PORT: '0', LOG_LEVEL: 'debug' }
    const create = ['create-company', '--name', 'Acme', '--email', email, '--password-stdin']
    const made = await runBackend(environment, create, { input: password }).ended
    const [, company = ''] = /\(([0-9a-f-]{36})\)/.exec(made.output) ?? []

    const backend = runBackend({ ...environment, TRUST_PROXY: '127.0.0.1' })
    const address = await backend.address()
    const send = (path: string, init: RequestInit = {}) =>
      fetch(new URL(path, address), {
        ...init,
        headers: { 'X-Forwarded-For': '203.0.113.7:4711', 'Sec-Fetch-Site': 'same-origin', ...init.headers },
      })
    const signIn = (credentials: object, headers = {}) =>
      send('/v1/sign-in', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(credentials),
      })
    const signedIn = await signIn({ email, password })
    const cookies = signedIn.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
    const own = { Cookie: cookies.join('; '), 'Roster-Company': company }
    await signIn({ email, password: wrong })
    await signIn({ email: unknown, password: wrong })
    // People type their password into the wrong field.
    await signIn({ email: password, password: email })
    for (let attempt = 0; attempt < 11; attempt++) await signIn({ email: unknown, password: wrong })
    await send(`/v1/users?search=${email}`, { headers: own })
    await send(`/v1/users?nonsense=${email}&${password}`, { headers: own })
    await send(`/v1/users/${email}`, { headers: own })
    await send('/v1/session', {
      headers: { Authorization: 'Bearer token-of-a-host', 'Roster-Company': company },
    })
    await send('/v1/session', { headers: { ...own, 'Roster-Company': 'elsewhere' } })
    await send('/v1/sign-in', { method: 'DELETE', headers: { ...own, 'Sec-Fetch-Site': 'cross-site' } })
    await send('/v1/users/x/role', { method: 'PUT', headers: own, body: `{"roleId":"${password}"` })
    await send('/v1/sign-in', { method: 'DELETE', headers: own })
    await send('/v1/session', { headers: { ...own, 'X-Request-Id': `${email} ${password}` } })
    backend.child.kill('SIGTERM')
    const { output } = await backend.ended

    const secrets = [password, wrong, 'hunter2', email, unknown, 'lovelace', 'babbage', 'token-of-a-host']
    for (const secret of [...secrets, encodeURIComponent(email), secretKey])
      expect(output).not.toContain(secret)
    for (const cookie of cookies) expect(output).not.toContain(cookie.slice(cookie.indexOf('=') + 1))

    const lines = linesIn(output)
    const account = lines.find(({ msg }) => msg === 'signed in')?.accountId
    expect(account).toMatch(/^[0-9a-f-]{36}$/)
    const hashOf = (text: string) =>
      createHmac('sha256', secretKey).update(`email\n${text}`).digest('base64url').slice(0, 16)
    const where = { address: '203.0.113.7', requestId: expect.any(String), time: expect.any(Number) }
    const failed = 'sign-in failed: wrong password or unknown email'
    expect(lines).toEqual(
      expect.arrayContaining(
        [
          { msg: 'signed in', accountId: account, emailHash: hashOf(email) },
          { msg: failed, accountId: account, emailHash: hashOf(email) },
          { msg: failed, emailHash: hashOf(unknown) },
          { msg: 'sign-in refused: too many failures', limit: 'pair', emailHash: hashOf(unknown) },
          { operation: 'getSession', status: 401, code: 'signed_out' },
          { operation: 'getSession', status: 404, code: 'company_not_found', account },
          { operation: 'signOut', status: 403, code: 'cross_origin', account },
          { operation: 'signOut', status: 204, account },
          { operation: 'listUsers', status: 200, account, company, user: expect.any(String) },
          { operation: 'listUsers', status: 400, code: 'invalid_query', account, company },
        ].map((line) => expect.objectContaining({ ...where, ...line })),
      ),
    )
    for (const { level, time, msg } of lines)
      expect([typeof level, typeof time, typeof msg]).toEqual(['number', 'number', 'string'])
  })
})
