import { describe, expect, it } from 'vitest'
import type { OpenStore } from '../store-suite.ts'
import { aJoiningBackend } from './a-joining-backend.ts'

const password = 'four unrelated words'
const name = 'Lin Wei'

/** Joining: who joins by a link, and how it ends. */
export function joiningSuite(current: () => OpenStore) {
  const open = (options?: Parameters<typeof aJoiningBackend>[1]) => aJoiningBackend(current, options)
  const unique = (local: string) => `${local}-${crypto.randomUUID().slice(0, 8)}@acme.example`

  describe('joining', () => {
    it('makes a user with the role and the teams, and opens a session', async () => {
      const { link, join, store, id, founded, find } = await open()
      const email = unique('joins')
      const { token, invitationId } = await link(email, { roleId: 'manager', teamIds: ['night'] })
      const joined = await join({ token, name: ` ${name} `, password })
      expect(joined.status).toBe(200)
      expect(joined.headers.get('set-cookie')).toMatch(/^s=/)
      const { userId } = joined.body
      expect(joined.body).toEqual({
        company: founded.company,
        userId,
        role: { id: 'manager', name: 'Manager' },
        lost: [],
      })
      const user = await store.user(id, userId)
      expect(user).toMatchObject({ name, email, roleId: 'manager', teamIds: ['night'] })
      expect(user?.lastActiveAt).toEqual(user?.joinedAt)
      expect(await find(invitationId)).toMatchObject({ end: { as: 'accepted', userId } })
      const { entries } = await store.audit(id, userId, 10)
      const ofInvitation = await store.invitations.audit(id, invitationId, 1)
      expect(
        [...entries, ...(ofInvitation ?? [])].filter(({ action }) => action === 'invitation_accepted'),
      ).toHaveLength(1)
    })

    it('keeps the token and the password out of the log, the answer and the audit', async () => {
      const { link, join, preview, lines, store, id } = await open()
      const { token, invitationId } = await link(unique('secret'))
      const answers = [
        await preview(token),
        await join({ token, name, password: 'short' }),
        await join({ token, name: 'A\u202eB', password }),
        await join({ token, name, password }),
        await join({ token, name, password }),
      ]
      expect(answers.map(({ status }) => status)).toEqual([200, 422, 400, 200, 410])
      const audit = await store.invitations.audit(id, invitationId, 10)
      const kept = JSON.stringify([answers.map(({ text }) => text), lines, audit])
      for (const secret of [token, password, token.slice(0, 40)]) expect(kept).not.toContain(secret)
    })

    it.each([
      ['too_short', 'short'],
      ['too_common', '1234567890'],
      ['contains_company', 'my-aCmé-secret'],
      ['control_characters', 'four unrelated\twords'],
      ['too_long', 'a'.repeat(2_000)],
      ['too_short', ''],
    ])('refuses a password that is %s, and the link stays valid', async (reason, refused) => {
      const { link, join, preview, hashed } = await open()
      const { token } = await link(unique('refused'))
      expect(await join({ token, name, password: refused })).toMatchObject({
        status: 422,
        body: { code: 'password_refused', reason },
      })
      expect(hashed).toEqual([])
      expect((await preview(token)).status).toBe(200)
    })

    it.each(['', ' ', 'A\u202eB', 'A\u200bB', 'A\nB', 'a'.repeat(201)])(
      'refuses the name %j',
      async (refused) => {
        const { link, join, hashed } = await open()
        const { token } = await link(unique('nameless'))
        expect(await join({ token, name: refused, password })).toMatchObject({
          status: 400,
          body: { code: 'invalid_body', fields: [{ pointer: '/body/name' }] },
        })
        expect(hashed).toEqual([])
      },
    )

    it.each(['علی‌رضا', 'क्‍ष', "O'Neill-Ruiz", '王小明', 'Zoë 😀'])('takes the name %s', async (taken) => {
      const { link, join, store, id } = await open()
      const { token } = await link(unique('named'))
      const { body } = await join({ token, name: taken, password })
      expect((await store.user(id, body.userId))?.name).toBe(taken)
    })

    it('of an account without a password takes its name, and sets the password', async () => {
      const { link, join, accounts, store, id, hashed } = await open()
      const email = unique('no-password')
      accounts.set(email, { id: `a-${email}`, name: 'Known Name', hasPassword: false })
      const { token } = await link(email)
      const { body } = await join({ token, name: 'Ignored', password })
      expect(await store.user(id, body.userId)).toMatchObject({ name: 'Known Name', accountId: `a-${email}` })
      expect(hashed).toEqual([password])
    })

    it('of an account with a password needs it signed in, and then one press', async () => {
      const { link, join, accounts, store, id, session, hashed } = await open()
      const email = unique('exists')
      const account = { id: `a-${email}`, email }
      accounts.set(email, { id: account.id, name: 'Known Name', hasPassword: true })
      const { token } = await link(email)
      expect(await join({ token, name, password })).toMatchObject({
        status: 401,
        body: { code: 'signed_out' },
      })
      const joined = await join({ token }, account)
      expect(joined.status).toBe(200)
      expect(joined.headers.get('set-cookie')).toBeNull()
      expect(hashed).toEqual([])
      expect(await store.user(id, joined.body.userId)).toMatchObject({ accountId: account.id })
      expect((await session(account)).status).toBe(200)
    })

    it('is refused for another account and for an address that is not verified, and costs nothing (K1)', async () => {
      const { link, join, preview } = await open()
      const email = unique('mine')
      const { token } = await link(email)
      const other = { id: 'other', email: 'other@acme.example' }
      expect(await join({ token, name, password }, other)).toMatchObject({
        status: 409,
        body: { code: 'wrong_account' },
      })
      expect(await join({ token }, { id: 'fake', email, emailVerified: false })).toMatchObject({
        status: 409,
        body: { code: 'wrong_account', reason: 'email_not_verified' },
      })
      expect((await preview(token)).status).toBe(200)
      expect((await join({ token }, { id: `a-${email}`, email: email.toUpperCase() })).status).toBe(200)
    })

    it('repeated by the same account returns the same and changes nothing; to others the link is used', async () => {
      const { link, join, preview, store, id, write } = await open()
      const email = unique('twice')
      const account = { id: `a-${email}`, email }
      const { token } = await link(email)
      const first = await join({ token }, account)
      const { revision } = await store.changes(id)
      const again = await join({ token }, account)
      expect(again.status).toBe(200)
      expect(again.body).toEqual(first.body)
      expect((await store.changes(id)).revision).toBe(revision)
      expect(await preview(token, account)).toMatchObject({
        status: 410,
        body: {
          code: 'invitation_accepted',
          params: { company: 'Acme', companyId: id, role: 'Agent', email, person: 'Known Name' },
        },
      })
      const promote = { kind: 'set_role' as const, userId: first.body.userId, roleId: 'manager' }
      await write({ ids: [], keys: [] }, () => ({ changes: [promote], audit: [], answer: null }), 'u1', [
        first.body.userId,
      ])
      expect((await preview(token, account)).body.params).toMatchObject({ role: 'Agent' })
      for (const as of [undefined, { id: 'else', email: 'else@acme.example' }])
        expect((await join({ token, name, password }, as)).body).toMatchObject({
          code: 'invitation_accepted',
          params: { company: 'Acme', inviter: 'Ada' },
        })
      expect((await preview(token)).body.params).not.toHaveProperty('role')
    })

    it('opens a session beside an ended one for a person who is invited again, and a repeat opens none (I11)', async () => {
      const { link, join, session, store, id, write } = await open()
      const email = unique('returns')
      const account = { id: `a-${email}`, email, signIn: `s-${email}` }
      const first = await link(email)
      const { userId } = (await join({ token: first.token }, account)).body
      expect((await session(account)).status).toBe(200)
      await write({ ids: [], keys: [] }, deleteOf(userId), 'u1', [userId])
      expect((await session(account)).status).toBe(401)
      expect((await join({ token: first.token }, account)).body.code).toBe('invitation_accepted')

      const second = await link(email)
      const again = await join({ token: second.token }, account)
      expect(again.status).toBe(200)
      expect(again.body.userId).not.toBe(userId)
      expect((await session(account)).status).toBe(200)
      await write({ ids: [], keys: [] }, endOf(again.body.userId), 'u1', [again.body.userId])
      expect((await session(account)).status).toBe(401)
      expect((await join({ token: second.token }, account)).status).toBe(200)
      expect((await session(account)).status).toBe(401)
      expect(await store.user(id, again.body.userId)).not.toBeNull()
    })

    it('of an account that is a member already returns its user, and applies nothing of the invitation (V27)', async () => {
      const { link, join, preview, store, id, write } = await open()
      const email = unique('member')
      const account = { id: `a-${email}`, email }
      const { token } = await link(email, { roleId: 'manager' })
      const user = { accountId: account.id, name: 'Member', email, roleId: 'agent', teamIds: [] }
      const added = { kind: 'add_user' as const, userId: `u-${email}`.replace('@', '-'), user }
      await write({ ids: [], keys: [] }, () => ({ changes: [added], audit: [], answer: null }))
      expect((await preview(token, account)).body).toMatchObject({
        code: 'invitation_accepted',
        params: { companyId: id, role: 'Agent' },
      })
      expect(await join({ token }, account)).toMatchObject({ status: 200, body: { userId: added.userId } })
      expect(await store.user(id, added.userId)).toMatchObject({ roleId: 'agent' })
    })

    it('is refused while all seats are taken, before a password is hashed', async () => {
      const { link, join, hashed, store, id } = await open({ seats: 4 })
      const { token } = await link(unique('seat'))
      await store.invitations.setSeats(id, 3)
      expect(await join({ token, name, password })).toMatchObject({
        status: 409,
        body: { code: 'seats_full', params: { total: '3' } },
      })
      expect(hashed).toEqual([])
      await store.invitations.setSeats(id, 4)
      expect((await join({ token, name, password })).status).toBe(200)
    })

    it("under a host's identity is for a verified account, without a password", async () => {
      const { link, join, preview } = await open({ isHosts: true })
      const email = unique('hosts')
      const { token } = await link(email)
      expect((await preview(token)).body).toMatchObject({ account: 'elsewhere' })
      expect((await join({ token, name, password })).body.code).toBe('signed_out')
      expect((await join({ token }, { id: `a-${email}`, email })).status).toBe(200)
    })
  })
}

const deleteOf = (userId: string) => () => ({
  changes: [{ kind: 'delete_user' as const, userId }],
  audit: [],
  answer: null,
})

const endOf = (userId: string) => () => ({
  changes: [{ kind: 'end_sessions' as const, userId, reason: 'revoked' as const }],
  audit: [],
  answer: null,
})
