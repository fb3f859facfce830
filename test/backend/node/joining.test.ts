import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { InviteRequest } from '../../../src/contract.ts'
import { codeOf, openIdentity } from './open-identity.ts'

const password = 'four unrelated words'

async function opened() {
  const identity = await openIdentity()
  const { database, store, send, cookie, tokens } = identity
  onTestFinished(() => store.close())
  const ada = await cookie()
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    send(path, {
      method: 'POST',
      body,
      headers: { Origin: 'http://roster.example', Host: 'roster.example', ...headers },
    })
  return {
    ...identity,
    /** Invites as Ada, and returns the token that the email carries. */
    async link(companyId: string, email: string, request: Partial<InviteRequest> = {}) {
      const headers = { Cookie: ada, 'Roster-Company': companyId, 'Idempotency-Key': crypto.randomUUID() }
      const { results } = await (
        await post('/v1/invitations', { ...request, emails: [email] }, headers)
      ).json()
      return tokens.write({ companyId, invitationId: results[0].invitation.id, generation: 1 })
    },
    join: (body: object, headers?: Record<string, string>) => post('/v1/join', body, headers),
    preview: (token: string, headers?: Record<string, string>) =>
      post('/v1/join/preview', { token }, headers),
    async count(email: string) {
      const { rows } = await sql<Record<string, number>>`select
        (select count(*)::int from accounts where email_key = ${email}) as accounts,
        (select count(*)::int from passwords p join accounts a on a.id = p.account_id where email_key = ${email}) as passwords,
        (select count(*)::int from sign_ins s join accounts a on a.id = s.account_id where email_key = ${email}) as sign_ins,
        (select count(*)::int from users u join accounts a on a.id = u.account_id where email_key = ${email}) as users,
        (select count(*)::int from sessions s join users u on u.company_id = s.company_id and u.id = s.user_id
          where u.email = ${email}) as sessions
      `.execute(database.db)
      return rows[0]
    },
  }
}

const cookieOf = (response: Response) => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
const unique = (name: string) => `${name}-${crypto.randomUUID().slice(0, 8)}@one.example`

describe('joining with a cookie', () => {
  it('writes account, password, user, sign-in and session together, and the cookie works', async () => {
    const { link, join, preview, session, signIn, one, count } = await opened()
    const email = unique('lin')
    const token = await link(one, email)
    expect((await (await preview(token)).json()).account).toBe('none')
    const joined = await join({ token, name: 'Lin Wei', password })
    expect(joined.status).toBe(200)
    expect(joined.headers.getSetCookie()).toHaveLength(2)
    expect(await count(email)).toEqual({ accounts: 1, passwords: 1, sign_ins: 1, users: 1, sessions: 1 })
    expect((await session(cookieOf(joined), one)).status).toBe(200)
    expect((await signIn({ body: { email, password } })).status).toBe(204)
    expect((await signIn({ body: { email, password: 'another password' } })).status).toBe(401)
    expect((await (await preview(token, { Cookie: cookieOf(joined) })).json()).params).toMatchObject({
      companyId: one,
      person: 'Lin Wei',
    })
  })

  it('sets the password of an account without one, and asks an account with one to sign in', async () => {
    const { link, join, preview, cookie, session, two, accounts } = await opened()
    const token = await link(two, 'bob@one.example')
    expect(await (await preview(token)).json()).toMatchObject({ account: 'no_password', name: 'u2' })
    await accounts.setPassword('bob@one.example', 'a password of Bob')
    expect(await (await preview(token)).json()).toMatchObject({ account: 'exists' })
    expect(await codeOf(await join({ token, password }))).toBe('signed_out')
    const bob = await cookie({ body: { email: 'bob@one.example', password: 'a password of Bob' } })
    expect((await session(bob, two)).status).toBe(404)
    expect((await join({ token }, { Cookie: bob })).status).toBe(200)
    expect((await session(bob, two)).status).toBe(200)
  })

  it('gives the default role and the teams that are left, and tells both sides (K6)', async () => {
    const { link, join, preview, one, database, store, send, cookie } = await opened()
    const token = await link(one, unique('less'), { roleId: 'manager', teamIds: ['night', 'leads'] })
    for (const statement of [
      sql`delete from team_members where company_id = ${one} and team_id = 'night'`,
      sql`delete from team_roles where company_id = ${one} and (team_id = 'night' or role_id = 'manager')`,
      sql`delete from teams where company_id = ${one} and id = 'night'`,
      sql`update users set role_id = 'agent' where company_id = ${one} and role_id = 'manager'`,
      sql`delete from roles where company_id = ${one} and id = 'manager'`,
      sql`update companies set revision = revision + 1 where id = ${one}`,
    ])
      await statement.execute(database.db)
    const lost = [
      { kind: 'role', id: 'manager', reason: 'deleted' },
      { kind: 'team', id: 'night', reason: 'deleted' },
    ]
    expect((await (await preview(token)).json()).lost).toMatchObject(lost)
    const joined = await (await join({ token, name: 'Less', password })).json()
    expect(joined).toMatchObject({ role: { id: 'agent' }, lost })
    expect(await store.user(one, joined.userId)).toMatchObject({ roleId: 'agent', teamIds: ['leads'] })
    const activity = await send(`/v1/users/${joined.userId}/activity`, {
      headers: { Cookie: await cookie(), 'Roster-Company': one },
    })
    expect((await activity.json()).entries).toMatchObject([
      {
        action: 'join',
        actor: { name: 'Less' },
        before: { role: { id: 'manager', name: '' } },
        after: { role: { id: 'agent', name: 'Agent' }, teams: [{ id: 'leads' }] },
      },
    ])
  })

  it('is refused from another origin', async () => {
    const { link, join, preview, one } = await opened()
    const token = await link(one, unique('cross'))
    for (const origin of ['http://evil.example', 'null'])
      expect(await codeOf(await join({ token, name: 'Eve', password }, { Origin: origin }))).toBe(
        'cross_origin',
      )
    expect((await preview(token)).status).toBe(200)
  })

  it('has one winner of many at once, and the others learn that the link was used (K2)', async () => {
    const { link, join, one, count } = await opened()
    for (let round = 0; round < 3; round++) {
      const email = unique('race')
      const token = await link(one, email)
      const answers = await Promise.all(
        Array.from({ length: 4 }, (_, index) => join({ token, name: `Racer ${index}`, password })),
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410])
      expect(await count(email)).toEqual({ accounts: 1, passwords: 1, sign_ins: 1, users: 1, sessions: 1 })
    }
  })

  it('of one new person in two companies at once makes one account with one password, and the other link waits for a sign-in', async () => {
    const { link, join, session, one, two, count } = await opened()
    for (let round = 0; round < 3; round++) {
      const email = unique('both')
      const links = [
        { token: await link(one, email), company: one },
        { token: await link(two, email), company: two },
      ]
      const answers = await Promise.all(
        links.map(({ token }, index) => join({ token, name: 'Twice', password: `${password} ${index}` })),
      )
      const known = await count(email)
      expect(known).toMatchObject({ accounts: 1, passwords: 1, sign_ins: 1 })
      const outcomes = await Promise.all(
        answers.map(async (answer, index) =>
          answer.status === 200
            ? (await session(cookieOf(answer), links[index]?.company ?? '')).status
            : codeOf(answer),
        ),
      )
      expect(new Set(outcomes)).toEqual(new Set([200, 'signed_out']))
      const late = links[outcomes.indexOf('signed_out')]
      const cookie = cookieOf(answers[outcomes.indexOf(200)] ?? new Response())
      expect((await join({ token: late?.token }, { Cookie: cookie })).status).toBe(200)
    }
  })
})
