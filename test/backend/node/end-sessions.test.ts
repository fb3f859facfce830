import { describe, expect, it, onTestFinished } from 'vitest'
import { readStream } from '../core/read-stream.ts'
import { codeOf, openIdentity } from './open-identity.ts'

type Opened = Awaited<ReturnType<typeof openIdentity>>

describe('ending one’s own sessions, with cookies', () => {
  it('ends the sessions of all other browsers in this company only, until they sign in again', async () => {
    const { cookie, session, send, store, one, two } = await openIdentity()
    onTestFinished(() => store.close())
    const [here, elsewhere] = [await cookie(), await cookie()]
    for (const company of [one, two]) for (const each of [here, elsewhere]) await session(each, company)

    const ended = await send('/v1/users/u1/end-sessions', {
      method: 'POST',
      headers: {
        Cookie: here,
        Origin: 'http://roster.example',
        Host: 'roster.example',
        'Roster-Company': one,
        'Idempotency-Key': 'mine',
      },
    })
    expect([ended.status, await ended.json()]).toEqual([200, { ended: 1 }])
    for (let again = 0; again < 2; again++)
      expect(await codeOf(await session(elsewhere, one))).toBe('session_revoked')
    expect((await session(here, one)).status).toBe(200)
    expect((await session(elsewhere, two)).status).toBe(200)

    const renewed = await cookie({ headers: { Cookie: elsewhere, 'Roster-Company': one } })
    expect((await session(renewed || elsewhere, one)).status).toBe(200)
  })

  it('is refused from another origin', async () => {
    const { cookie, session, send, store, one } = await openIdentity()
    onTestFinished(() => store.close())
    const mine = await cookie()
    const asked = { Cookie: mine, 'Roster-Company': one, 'Idempotency-Key': 'mine' }
    for (const [method, path] of [
      ['POST', '/v1/users/u2/end-sessions'],
      ['PUT', '/v1/users/u2/role'],
      ['PATCH', '/v1/users/u2/teams'],
    ]) {
      const headers = { ...asked, Origin: 'http://evil.example', Host: 'roster.example' }
      expect(await codeOf(await send(path ?? '', { method, headers }))).toBe('cross_origin')
    }
    expect((await session(mine, one)).status).toBe(200)
  })
})

describe('a stream of events, with cookies', () => {
  it.each([
    [
      'signs out',
      ({ send }: Opened, cookie: string) =>
        send('/v1/sign-in', {
          method: 'DELETE',
          headers: { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' },
        }),
    ],
    ['signs in anew', ({ cookie }: Opened, held: string) => cookie({ headers: { Cookie: held } })],
    ['is signed out everywhere', ({ identity }: Opened) => identity.endSignIns('ada')],
  ])('ends before its next sign of life when its reader %s', async (_name, act) => {
    const opened = await openIdentity()
    onTestFinished(() => opened.store.close())
    const held = await opened.cookie()
    const headers = { Accept: 'text/event-stream', Cookie: held, 'Roster-Company': opened.one }
    const stream = readStream(await opened.send('/v1/events', { headers }))
    await expect.poll(() => stream.text()).not.toBe('')
    await act(opened, held)
    await expect.poll(stream.isOpen, { timeout: 5_000 }).toBe(false)
    expect(stream.events).toEqual([])
  })
})
