import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { StoreUnavailable } from '../../../backend/core/ports/store-unavailable.ts'
import { openPostgres } from '../../../backend/node/database/open-postgres.ts'
import { createAccounts } from '../../../backend/node/identity/accounts.ts'
import { createCookieIdentity } from '../../../backend/node/identity/create-cookie-identity.ts'
import { createSqlStore } from '../../../backend/node/store/create-sql-store.ts'
import { codeOf, openIdentity, testCost } from './open-identity.ts'

const hour = 3_600_000

const withCookie = (cookie: string) => new Request('http://roster.example', { headers: { Cookie: cookie } })

describe('signing in', () => {
  let opened: Awaited<ReturnType<typeof openIdentity>>
  beforeAll(async () => {
    opened = await openIdentity()
  })
  afterAll(() => opened.store.close())

  it('sets a cookie that scripts and other sites cannot use, and that opens a session', async () => {
    const { signIn, session, one } = opened
    const response = await signIn()
    expect(response.status).toBe(204)
    const [cookie = ''] = response.headers.getSetCookie()
    const [pair = '', ...attributes] = cookie.split('; ')
    expect(pair).toMatch(/^roster-test=[\w-]{43}$/)
    expect(attributes.toSorted()).toEqual(['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Lax'])
    expect((await session(pair, one)).status).toBe(200)
  })

  it('binds the cookie to the host over HTTPS, and then ignores any other', async () => {
    const { signIn, send, cookie } = opened
    const from = { isHttps: true }
    const response = await signIn({ from })
    const [first = ''] = response.headers.getSetCookie()
    const [pair = '', ...attributes] = first.split('; ')
    expect(pair).toMatch(/^__Host-roster-test=/)
    expect(attributes).toContain('Secure')
    expect((await send('/v1/companies', { from, headers: { Cookie: pair } })).status).toBe(200)
    expect((await send('/v1/companies', { from, headers: { Cookie: await cookie() } })).status).toBe(401)
  })

  it('takes the email in any case and compatibility form', async () => {
    const { signIn } = opened
    const response = await signIn({ body: { email: ' ADA＠one.example', password: 'right password' } })
    expect(response.status).toBe(204)
  })

  it('keeps no secret: neither the cookie nor the password is in the database', async () => {
    const { cookie, database } = opened
    const secret = (await cookie()).slice('roster-test='.length)
    const { rows } = await sql<{ row: string }>`
      select s::text as row from sign_ins s union all select p::text from passwords p
      union all select a::text from sign_in_attempts a`.execute(database.db)
    const kept = rows.map(({ row }) => row).join('\n')
    expect(kept).toContain('scrypt$')
    expect(kept).not.toContain(secret)
    expect(kept).not.toContain(Buffer.from(secret).toString('hex'))
    expect(kept).not.toContain('right password')
  })

  it('returns the same for a wrong password, an unknown email and an account without a password', async () => {
    const { signIn } = opened
    const answers = await Promise.all(
      ['ada@one.example', 'nobody@one.example', 'bob@one.example'].map(async (email, index) => {
        const from = { address: `198.51.100.${index}` }
        const response = await signIn({ body: { email, password: 'wrong password' }, from })
        const { requestId: _, ...problem } = (await response.json()) as Record<string, unknown>
        return { status: response.status, cookie: response.headers.get('set-cookie'), problem }
      }),
    )
    expect(answers[0]).toMatchObject({ status: 401, cookie: null, problem: { code: 'wrong_credentials' } })
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  })

  it('works as hard for an unknown email as for a known one', async () => {
    const { database } = opened
    const accounts = createAccounts(database, { N: 2 ** 15, r: 8, p: 1 })
    await accounts.verify('warm@one.example', 'up')
    const work = async (email: string) => {
      const before = process.cpuUsage()
      await accounts.verify(email, 'wrong password')
      const { user, system } = process.cpuUsage(before)
      return user + system
    }
    await accounts.setPassword('bob@one.example', 'another password')
    const [known, unknown] = [await work('bob@one.example'), await work('nobody@one.example')]
    expect(unknown).toBeGreaterThan(known / 2)
    await database.db.deleteFrom('passwords').where('account_id', '=', 'bob').execute()
  })

  it.each([
    'roster-test',
    'roster-test=',
    'roster-test=x',
    `roster-test=${'A'.repeat(43)}`,
    `roster-test=${'A'.repeat(5_000)}`,
    'roster-test="; drop table sign_ins; --"',
    ';;;=;roster',
    '%%%',
    '\u00ff=\u00ff',
  ])('lets nobody in by the cookie %j', async (cookie) => {
    const response = await opened.send('/v1/companies', { headers: { Cookie: cookie } })
    expect([response.status, await codeOf(response)]).toEqual([401, 'signed_out'])
  })

  it.each(['Bearer', 'Bearer x', 'Basic ???', 'Negotiate \u00ff', ','])(
    'lets nobody in by the authorization %j',
    async (authorization) => {
      const response = await opened.send('/v1/companies', { headers: { Authorization: authorization } })
      expect(response.status).toBe(401)
    },
  )

  it('signs out of every company, and the cookie opens nothing again', async () => {
    const { cookie, session, send, store, one, two } = opened
    const held = await cookie()
    for (const company of [one, two]) expect((await session(held, company)).status).toBe(200)
    const signIn = (await opened.identity.authenticate(withCookie(held)))?.signIn
    const response = await send('/v1/sign-in', {
      method: 'DELETE',
      headers: { Cookie: held, 'Sec-Fetch-Site': 'same-origin' },
    })
    expect(response.status).toBe(204)
    expect(response.headers.get('set-cookie')).toContain('Max-Age=0')
    expect(await codeOf(await session(held, one))).toBe('signed_out')
    const admission = signIn && (await store.admit(two, signIn))
    expect(admission?.session.endReason).toBe('signed_out')
  })

  it('ends every sign-in of an account, and of no other', async () => {
    const { cookie, session, identity, one } = opened
    const held = [await cookie(), await cookie()]
    await identity.endSignIns('bob')
    expect((await session(held[0] ?? '', one)).status).toBe(200)
    await identity.endSignIns('ada')
    for (const ended of held) expect(await codeOf(await session(ended, one))).toBe('signed_out')
  })

  it('reopens one company when the same account signs in again for it, and leaves the other', async () => {
    const { cookie, session, store, identity, one, two } = opened
    const held = await cookie()
    const there = (await (await session(held, one)).json()) as { sessionKey: string }
    const { idle: _, ...other } = (await (await session(held, two)).json()) as { idle: unknown }
    const admitted = await opened.identity.authenticate(withCookie(held))
    const ended = admitted && (await store.admit(one, admitted.signIn))
    await store.endSession(one, ended?.session.id ?? '', 'idle')
    expect(await codeOf(await session(held, one))).toBe('session_idle')

    const renewed = await cookie({ headers: { Cookie: held, 'Roster-Company': one } })
    const answer = await session(renewed, one)
    expect(answer.status).toBe(200)
    const reopened = (await answer.json()) as { sessionKey: string }
    expect(reopened.sessionKey).not.toBe(there.sessionKey)
    expect(await (await session(renewed, two)).json()).toMatchObject(other)
    expect(await identity.authenticate(withCookie(renewed))).toMatchObject({
      signIn: { id: admitted?.signIn.id },
    })
  })

  it('replaces secret, time and limit of a sign-in that continues: an older copy of its cookie opens nothing', async () => {
    const { cookie, session, advance, identity, one, two } = opened
    const held = await cookie()
    for (const company of [one, two]) await session(held, company)
    const before = (await identity.authenticate(withCookie(held)))?.signIn
    await advance(hour)
    const renewed = await cookie({ headers: { Cookie: held, 'Roster-Company': one } })
    for (const company of [one, two]) {
      expect(await codeOf(await session(held, company))).toBe('signed_out')
      expect((await session(renewed, company)).status).toBe(200)
    }
    const after = (await identity.authenticate(withCookie(renewed)))?.signIn
    const later = (name: 'authenticatedAt' | 'expiresAt') =>
      (after?.[name].getTime() ?? 0) - (before?.[name].getTime() ?? 0)
    expect(after?.id).toBe(before?.id)
    for (const name of ['authenticatedAt', 'expiresAt'] as const)
      expect(later(name)).toBeGreaterThanOrEqual(hour)
    await advance(11.5 * hour)
    expect((await session(renewed, one)).status).toBe(200)
    await advance(-12.5 * hour)
  })

  it('in two tabs at once leaves a cookie that works, in either order of the responses', async () => {
    const { cookie, session, one } = opened
    const held = await cookie()
    await session(held, one)
    const headers = { Cookie: held, 'Roster-Company': one }
    const both = await Promise.all([cookie({ headers }), cookie({ headers })])
    expect(new Set(both).size).toBe(2)
    for (const each of both) expect((await session(each, one)).status).toBe(200)
  })

  it('starts afresh when no company is named, and ends the old sign-in', async () => {
    const { cookie, session, identity, one } = opened
    const held = await cookie()
    const before = await identity.authenticate(withCookie(held))
    const fresh = await cookie({ headers: { Cookie: held } })
    expect(fresh).not.toBe(held)
    expect(await codeOf(await session(held, one))).toBe('signed_out')
    expect((await session(fresh, one)).status).toBe(200)
    const after = await identity.authenticate(withCookie(fresh))
    expect(after?.account.id).toBe('ada')
    expect(after?.signIn.id).not.toBe(before?.signIn.id)
  })

  it('never continues the sign-in of another account', async () => {
    const { cookie, session, signIn, accounts, one } = opened
    await accounts.setPassword('bob@one.example', 'another password')
    const held = await cookie()
    expect((await session(held, one)).status).toBe(200)
    const asBob = { body: { email: 'bob@one.example', password: 'another password' } }
    const response = await signIn({ ...asBob, headers: { Cookie: held, 'Roster-Company': one } })
    const [fresh = ''] = (response.headers.get('set-cookie') ?? '').split(';')
    expect(fresh).toMatch(/^roster-test=/)
    expect(await (await session(fresh, one)).json()).toMatchObject({ viewer: { id: 'u2' } })
    expect(await codeOf(await session(held, one))).toBe('signed_out')
    await opened.database.db.deleteFrom('passwords').where('account_id', '=', 'bob').execute()
  })

  it('ends at the absolute limit, and then starts afresh also for a named company', async () => {
    const { cookie, session, advance, one } = opened
    const held = await cookie()
    expect((await session(held, one)).status).toBe(200)
    await advance(12 * hour + 1_000)
    expect(await codeOf(await session(held, one))).toBe('session_expired')
    const fresh = await cookie({ headers: { Cookie: held, 'Roster-Company': one } })
    expect((await session(fresh, one)).status).toBe(200)
    await advance(-12 * hour)
  })
})

describe('a database that is away', () => {
  const right = { email: 'ada@one.example', password: 'right password' }
  const create = () => {
    const database = openPostgres('postgres://nobody@127.0.0.1:9/nothing')
    onTestFinished(() => database.close())
    const store = createSqlStore(database)
    return createCookieIdentity({
      database,
      store,
      accounts: createAccounts(database, testCost),
      deployment: 'test',
    })
  }

  it('is unavailable, and no wrong password or unknown cookie', async () => {
    const { identity, signIns } = create()
    const request = new Request('http://roster.example', {
      headers: { Cookie: `roster-test=${'A'.repeat(43)}` },
    })
    const signIn = { id: 's', accountId: 'ada', authenticatedAt: new Date(0), expiresAt: new Date(0) }
    const account = { id: 'ada', email: right.email, name: 'Ada' }
    await expect(identity.authenticate(request)).rejects.toThrow(StoreUnavailable)
    await expect(identity.endSignIns('ada')).rejects.toThrow(StoreUnavailable)
    await expect(signIns.signIn(request, right, 'r')).rejects.toThrow(StoreUnavailable)
    await expect(signIns.signOut(request, { account, signIn }, 'request-1')).rejects.toThrow(StoreUnavailable)
  })

  it('in the middle of signing in or out is unavailable too', async () => {
    const { database, signIn, cookie, send, identity, store } = await openIdentity()
    onTestFinished(() => store.close())
    const held = await cookie()
    for (const statement of [
      `create function away() returns trigger language plpgsql as
        $$ begin raise exception 'shutting down' using errcode = '57P01'; end $$`,
      'create trigger away before insert or update on sign_ins for each row execute function away()',
    ])
      await sql.raw(statement).execute(database.db)
    const signOut = { method: 'DELETE', headers: { Cookie: held, 'Sec-Fetch-Site': 'same-origin' } }
    for (const response of [
      await signIn(),
      await signIn({ headers: { Cookie: held } }),
      await send('/v1/sign-in', signOut),
    ])
      expect([
        response.status,
        response.headers.get('retry-after'),
        response.headers.get('set-cookie'),
      ]).toEqual([503, '5', null])
    await expect(identity.endSignIns('ada')).rejects.toThrow(StoreUnavailable)
  })
})
