import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '../../../backend/node/identity/connection.ts'
import { codeOf, openIdentity } from './open-identity.ts'

describe('an unsafe request', () => {
  let opened: Awaited<ReturnType<typeof openIdentity>>
  beforeAll(async () => {
    opened = await openIdentity()
  })
  afterAll(() => opened.store.close())

  const signOut = async (headers: Record<string, string>, from?: Partial<Connection>) => {
    const response = await opened.send('/v1/sign-in', {
      method: 'DELETE',
      headers: { Cookie: await opened.cookie({ from }), Host: 'roster.example', ...headers },
      from,
    })
    return response.status === 204 ? 'done' : `${response.status} ${await codeOf(response)}`
  }

  it.each<[string, Record<string, string>, string]>([
    ['the own origin, by Sec-Fetch-Site', { 'Sec-Fetch-Site': 'same-origin' }, 'done'],
    ['the own origin, by Origin', { Origin: 'https://roster.example' }, 'done'],
    ['a sibling', { 'Sec-Fetch-Site': 'same-site' }, '403 cross_origin'],
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }, '403 cross_origin'],
    [
      'another site that claims our origin',
      { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://roster.example' },
      '403 cross_origin',
    ],
    ['another origin', { Origin: 'https://evil.example' }, '403 cross_origin'],
    ['another port', { Origin: 'https://roster.example:8443' }, '403 cross_origin'],
    ['an opaque origin', { Origin: 'null' }, '403 cross_origin'],
    ['a name that begins like ours', { Origin: 'https://roster.example.evil.example' }, '403 cross_origin'],
    ['nobody knows where', {}, '403 cross_origin'],
  ])('by cookie from %s', async (_name, headers, expected) => {
    expect(await signOut(headers)).toBe(expected)
  })

  const proxied = { host: 'app.example', isHttps: true }
  it.each<[string, Partial<Connection>, string, string]>([
    ['the forwarded host', proxied, 'https://app.example', 'done'],
    [
      'the forwarded host with a port',
      { ...proxied, host: 'app.example:8443' },
      'https://app.example:8443',
      'done',
    ],
    ['its default port', { ...proxied, host: 'app.example:443' }, 'https://app.example', 'done'],
    ['another case', { ...proxied, host: 'App.Example' }, 'https://app.example', 'done'],
    ['the host behind the proxy', proxied, 'https://roster.example', '403 cross_origin'],
    ['the plain form of a host on HTTPS', proxied, 'http://app.example', '403 cross_origin'],
    ['another port of the forwarded host', proxied, 'https://app.example:8443', '403 cross_origin'],
    ['a subdomain of it', proxied, 'https://x.app.example', '403 cross_origin'],
    ['a proxy without HTTPS', { host: 'app.example' }, 'http://app.example', 'done'],
  ])('by cookie through a trusted proxy, from %s', async (_name, from, origin, expected) => {
    // A browser that names its origin alone.
    expect(await signOut({ Origin: origin }, from)).toBe(expected)
  })

  it('does not change the sign-in when it is refused', async () => {
    const cookie = await opened.cookie()
    const headers = { Cookie: cookie, 'Sec-Fetch-Site': 'cross-site' }
    await opened.send('/v1/sign-in', { method: 'DELETE', headers })
    expect((await opened.session(cookie, opened.one)).status).toBe(200)
  })

  it('refuses a sign-in from another site, and accepts a client without cookies from anywhere', async () => {
    const body = { email: 'ada@one.example', password: 'right password' }
    const send = (headers: Record<string, string>) =>
      opened.send('/v1/sign-in', { method: 'POST', body, headers })
    expect(await codeOf(await send({ Origin: 'https://evil.example' }))).toBe('cross_origin')
    expect((await send({})).status).toBe(204)
  })
})
