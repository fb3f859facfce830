import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createHttpApi, type HttpApiOptions } from '../../src/client.ts'
import { openIdentity } from '../backend/node/open-identity.ts'
import { json, problem, raw } from './answers.ts'
import { apiOf } from './api-of.ts'
import { failureOf } from './failure-of.ts'
import { type Answer, serve } from './serve.ts'
import { roles } from './wire.ts'

const ok = json(roles)
const signedOut = problem(401, 'signed_out')

/** The reference backend, and a browser whose tabs share one cookie. */
async function aBrowser() {
  const opened = await openIdentity()
  onTestFinished(() => opened.store.close())
  let cookie = await opened.cookie()
  const headers = () => ({ Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' })
  const attempts = vi.fn()
  return {
    opened,
    attempts,
    /** Signs in again in another tab, which gives the sign-in another secret. */
    async rotate() {
      cookie = await opened.cookie({ headers: { Cookie: cookie, 'Roster-Company': opened.one } })
    },
    signOut: () => opened.send('/v1/sign-in', { method: 'DELETE', headers: headers() }),
    /** A client in a tab; `between` runs after its cookie is read, and before the request arrives. */
    tab(between: (attempt: number) => Promise<void>, options: Partial<HttpApiOptions> = {}) {
      return createHttpApi({
        baseUrl: 'http://roster.example',
        company: opened.one,
        fetch: async (request) => {
          const sent = { ...Object.fromEntries(request.headers), ...headers() }
          attempts(new URL(request.url).pathname, request.headers.get('idempotency-key'))
          await between(attempts.mock.calls.length)
          const text = await request.text()
          const body = text ? JSON.parse(text) : undefined
          return opened.send(new URL(request.url).pathname, { method: request.method, headers: sent, body })
        },
        ...options,
      })
    },
  }
}

describe('a client by cookie, on the reference backend', () => {
  it('reads on when another tab signed in again while its request was on its way', async () => {
    const { tab, rotate, attempts } = await aBrowser()
    const onUnauthorized = vi.fn()
    const api = tab(async (attempt) => (attempt === 1 ? rotate() : undefined), { onUnauthorized })
    expect((await api.session.get()).company.name).toBe('One')
    expect(attempts).toHaveBeenCalledTimes(2)
    expect(onUnauthorized).not.toHaveBeenCalled()
  })

  it('repeats a change under its own intent, and makes it once', async () => {
    const { tab, rotate, attempts } = await aBrowser()
    let isRotated = false
    const api = tab(async () => {
      if (attempts.mock.lastCall?.[1] !== 'intent-1' || isRotated) return
      isRotated = true
      await rotate()
    })
    await api.users.endSessions('u2', { intent: 'intent-1' })
    const sent = attempts.mock.calls.filter(([, intent]) => intent)
    expect(sent.map(([, intent]) => intent)).toEqual(['intent-1', 'intent-1'])
    expect((await api.users.activity('u2')).entries).toHaveLength(1)
  })

  it('sends a request twice at most where the sign-in is over', async () => {
    const { tab, signOut, attempts } = await aBrowser()
    await signOut()
    const onUnauthorized = vi.fn()
    const api = tab(async () => {}, { onUnauthorized })
    expect(await failureOf(api.session.get())).toMatchObject({ code: 'signed_out', status: 401 })
    expect(attempts).toHaveBeenCalledTimes(2)
    expect(onUnauthorized).toHaveBeenCalledExactlyOnceWith('signed_out')
  })
})

describe('a client by cookie', () => {
  it.each<[string, Answer, Partial<HttpApiOptions>]>([
    ['has a token', signedOut, { getToken: () => null }],
    ['sends a token of its own', signedOut, { headers: { Authorization: 'Bearer own' } }],
    ['sends no cookies', signedOut, { credentials: 'omit' }],
    ['has an idle session', problem(401, 'session_idle'), {}],
    ['has an expired session', problem(401, 'session_expired'), {}],
    ['was signed out everywhere', problem(401, 'session_revoked'), {}],
    ['meets a 401 of another server', raw(401, 'text/html', 'signed_out'), {}],
    ['may not', problem(403, 'signed_out'), {}],
  ])('repeats nothing where it %s', async (_name, answer, options) => {
    const server = await serve(answer)
    await failureOf(apiOf(server, options).roles.list())
    expect(server.requests).toHaveLength(1)
  })

  it('is not repeated once the caller has given up', async () => {
    const server = await serve(signedOut, ok)
    const given = new AbortController()
    const failed = failureOf(apiOf(server, {}, { first: 60_000 }).roles.list({ signal: given.signal }))
    await expect.poll(() => server.requests.length).toBe(1)
    given.abort()
    expect(await failed).toMatchObject({ code: 'aborted' })
    expect(server.requests).toHaveLength(1)
  })
})
