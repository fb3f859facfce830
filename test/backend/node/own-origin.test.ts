import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, openIdentity } from './open-identity.ts'

describe('an unsafe request', () => {
  let opened: Awaited<ReturnType<typeof openIdentity>>
  beforeAll(async () => {
    opened = await openIdentity()
  })
  afterAll(() => opened.store.close())

  const signOut = async (headers: Record<string, string>) => {
    const response = await opened.send('/v1/sign-in', {
      method: 'DELETE',
      headers: { Cookie: await opened.cookie(), Host: 'roster.example', ...headers },
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

  it('leaves the sign-in alone where it is refused', async () => {
    const cookie = await opened.cookie()
    const headers = { Cookie: cookie, 'Sec-Fetch-Site': 'cross-site' }
    await opened.send('/v1/sign-in', { method: 'DELETE', headers })
    expect((await opened.session(cookie, opened.one)).status).toBe(200)
  })

  it('signs nobody in from another site, and a client without cookies from anywhere', async () => {
    const body = { email: 'ada@one.example', password: 'right password' }
    const send = (headers: Record<string, string>) =>
      opened.send('/v1/sign-in', { method: 'POST', body, headers })
    expect(await codeOf(await send({ Origin: 'https://evil.example' }))).toBe('cross_origin')
    expect((await send({})).status).toBe(204)
  })
})
