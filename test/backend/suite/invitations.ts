import { describe, expect, it } from 'vitest'
import { addUser } from '../../../backend/core/invitations/add-user.ts'
import { decideAccept } from '../../../backend/core/invitations/decide-accept.ts'
import { decideAddUser } from '../../../backend/core/invitations/decide-add-user.ts'
import { decideInvitationChange } from '../../../backend/core/invitations/decide-invitation-change.ts'
import { invitationTimes } from '../../../backend/core/invitations/limits.ts'
import { decideDelete } from '../../../backend/core/rules/decide-delete.ts'
import { statusOf } from '../../../backend/core/rules/invitation-status.ts'
import { productPermissions } from '../../../backend/core/rules/product-permissions.ts'
import type { OpenStore } from '../store-suite.ts'
import { anIntent } from './an-intent.ts'
import { aCompanyThatInvites } from './inviting.ts'

const { lifetime, cooldown, listed } = invitationTimes
const day = 86_400_000

const person = (email: string, userId = 'new') => ({
  userId,
  accountId: `account-of-${email}`,
  name: 'Newcomer',
  email,
})

/** Invitations: what is written, found, listed and refused. */
export function invitationSuite(current: () => OpenStore) {
  const open = (seats?: number) => aCompanyThatInvites(current(), seats)
  const unique = (name: string) => `${name}-${crypto.randomUUID().slice(0, 8)}@acme.example`

  describe('inviting', () => {
    it('keeps what was asked, requests an email, and says who did it', async () => {
      const company = await open()
      const { store, id } = company
      const email = unique('Ada.L')
      const before = await store.changes(id)
      const request = { roleId: 'manager', teamIds: ['night', 'chat'], message: ' Welcome! ', locale: 'de' }
      const invitationId = await company.inviteOne(email, request)
      const invitation = await company.find(invitationId)
      expect(invitation).toMatchObject({
        email,
        address: email,
        emailKey: email.toLowerCase(),
        roleId: 'manager',
        teamIds: ['chat', 'night'],
        administrative: ['manage_users'],
        message: 'Welcome!',
        locale: 'de',
        invitedBy: { id: 'u1', name: 'Ada', isDeleted: false },
        generation: 1,
        delivery: { state: 'queued', reason: null, nextTryAt: null },
        sentAt: null,
        end: null,
      })
      const { invitedAt, askedAt, expiresAt, version } = invitation
      expect(askedAt).toEqual(invitedAt)
      expect(expiresAt.getTime() - invitedAt.getTime()).toBe(lifetime)
      const { changes, revision } = await store.changes(id, before.revision)
      expect(changes).toMatchObject([{ resource: 'invitations', ids: [invitationId], revision }])
      expect(version).toBe(String(revision))
      expect(await store.invitations.audit(id, invitationId, 10)).toMatchObject([
        {
          action: 'invitation_created',
          actorName: 'Ada',
          after: { roleId: 'manager', teamIds: ['chat', 'night'] },
        },
      ])
      const claims = await store.mail.claim(1_000, 1_000)
      expect(claims.filter((claim) => claim.companyId === id)).toMatchObject([
        {
          companyName: 'Acme',
          invitationId,
          generation: 1,
          attempts: 0,
          address: email,
          inviterName: 'Ada',
          roleName: 'Manager',
          teamNames: ['Chat', 'Night shift'],
          message: 'Welcome!',
          locale: 'de',
          expiresAt,
        },
      ])
    })

    it('V13 has a result for each address in its order: what one is refused for does not hold up the others', async () => {
      const company = await open()
      const { store, id, founded } = company
      await store.invitations.setDomains(id, { blockedDomains: ['blocked.example', '*.sub.example'] })
      const pending = unique('pending')
      const invitationId = await company.inviteOne(pending)
      const member = founded.users[1]?.email ?? ''
      const fresh = unique('fresh')
      const results = await company.invite([
        fresh,
        'no @acme.example',
        `${fresh.toUpperCase()}`,
        member,
        pending,
        'x@blo­cked.example',
        'y@blocked。example',
        'z@ＢＬＯＣＫＥＤ.example',
        'x@a.sub.example',
      ])
      expect(results).toMatchObject([
        { ok: true },
        { ok: false, code: 'invalid_email', reason: 'white_space' },
        { ok: false, code: 'duplicate_email' },
        { ok: false, code: 'already_user', params: { userId: 'u2', role: expect.any(String) } },
        { ok: false, code: 'already_invited', params: { invitationId, invitedAt: expect.any(String) } },
        { ok: false, code: 'domain_blocked', params: { rule: 'blocked.example' } },
        { ok: false, code: 'domain_blocked', params: { rule: 'blocked.example' } },
        { ok: false, code: 'domain_blocked', params: { rule: 'blocked.example' } },
        { ok: false, code: 'domain_blocked', params: { rule: '*.sub.example' } },
      ])
      await store.invitations.setDomains(id, { allowedDomains: ['acme.example'] })
      expect(await company.invite(['x@other.example'])).toMatchObject([{ code: 'domain_not_allowed' }])
      const known = await store.invitations.addresses(id, [
        pending.toLowerCase(),
        member,
        'unknown@x.example',
      ])
      expect(known.get(pending.toLowerCase())?.invitation?.id).toBe(invitationId)
      expect(known.get(member)?.userId).toBe('u2')
      expect(known.get('unknown@x.example')).toMatchObject({ userId: null, invitation: null })
    })

    it('takes the default role, and refuses one that is unknown or exceeds that of the person who invites', async () => {
      const company = await open()
      expect(await company.find(await company.inviteOne(unique('a')))).toMatchObject({ roleId: 'agent' })
      const failing = async (roleId: string, actor?: string) =>
        company.invite({ emails: [unique('x')], roleId }, actor).catch((error: Error) => error.message)
      expect(await failing('unknown')).toBe('role_not_found')
      expect(await failing('admin', 'u2')).toBe('role_exceeds_yours')
      expect(await failing('agent', 'u3')).toBe('missing_permission')
    })

    it('V25 K11 moves an invitation that has expired out of the way, and the old one never comes back', async () => {
      const company = await open()
      const email = unique('again')
      const old = await company.inviteOne(email)
      await current().advance(lifetime + day)
      const known = (await company.store.invitations.addresses(company.id, [email])).get(email)
      expect(known?.invitation?.id).toBe(old)
      const next = await company.inviteOne(email.toUpperCase())
      expect(await company.find(old)).toMatchObject({ end: { as: 'replaced' } })
      expect((await company.list()).invitations.map(({ id }) => id)).toEqual([next])
      expect(await company.resend(old)).toMatchObject({ ok: false, refused: { code: 'already_invited' } })
      await company.delete(next)
      expect((await company.list()).total).toBe(0)
      expect(await company.resend(old)).toMatchObject({ ok: false })
    })
  })

  describe('expiry', () => {
    it('V25 is one moment for the list, its counts, seats, mail and joining, without a write', async () => {
      const company = await open(10)
      const { store, id } = company
      const email = unique('late')
      const invitationId = await company.inviteOne(email)
      const { expiresAt } = await company.find(invitationId)
      const at = async () => {
        const { invitations, pending, total, now } = await company.list()
        const [first] = invitations
        const status = first && statusOf(first, now)
        const filtered = (await company.list({ statuses: ['expired'] })).total
        return {
          status,
          pending,
          total,
          filtered,
          seats: (await store.invitations.settings(id)).seats?.pending,
        }
      }
      const { now, revision } = await company.list()
      await current().advance(expiresAt.getTime() - now.getTime() - 60_000)
      expect(await at()).toEqual({ status: 'pending', pending: 1, total: 1, filtered: 0, seats: 1 })
      await current().advance(60_000)
      expect(await at()).toEqual({ status: 'expired', pending: 0, total: 1, filtered: 1, seats: 0 })
      expect((await company.list()).revision).toBe(revision)
      const claims = await store.mail.claim(1_000, 1)
      expect(claims.filter((claim) => claim.companyId === id)).toEqual([])
      const accepted = await company.write(
        { ids: [invitationId], keys: [] },
        decideAccept(invitationId, 1, person(email)),
      )
      expect(accepted).toMatchObject({ ok: false, refused: { code: 'invitation_expired' } })
      await current().advance(listed - day)
      expect((await company.list()).total).toBe(1)
      await current().advance(day)
      expect((await company.list()).total).toBe(0)
    })

    it('raises the revision of the invitations once, so that open lists load again', async () => {
      const company = await open()
      const { store, id } = company
      const invitationId = await company.inviteOne(unique('soon'))
      await store.invitations.lapse()
      const before = await store.changes(id)
      await current().advance(lifetime)
      await store.invitations.lapse()
      const { changes, revision } = await store.changes(id, before.revision)
      expect(changes).toMatchObject([{ resource: 'invitations', ids: [invitationId] }])
      expect((await company.list()).revision).toBe(revision)
      await store.invitations.lapse()
      expect((await store.changes(id)).revision).toBe(revision)
    })
  })

  describe('the list of invitations', () => {
    it('has pending ones first under any sort, and matches search, role, team, inviter and delivery', async () => {
      const company = await open()
      const expired = await company.inviteOne('zoe@acme.example', { teamIds: ['night'] })
      await current().advance(lifetime)
      const second = await company.inviteOne('Émil@acme.example'.normalize('NFC').replace('É', 'E'), {
        roleId: 'manager',
      })
      await current().advance(1)
      const [third] = await company.invite(['abe@acme.example'], 'u2')
      const thirdId = third?.ok ? third.id : ''
      const ids = async (listing: Parameters<typeof company.list>[0]) =>
        (await company.list(listing)).invitations.map(({ id }) => id)
      expect(await ids({})).toEqual([thirdId, second, expired])
      expect(await ids({ descending: false })).toEqual([second, thirdId, expired])
      expect(await ids({ sort: 'email', descending: false })).toEqual([thirdId, second, expired])
      expect(await ids({ sort: 'email' })).toEqual([second, thirdId, expired])
      expect(await ids({ sort: 'expires', descending: false })).toEqual([second, thirdId, expired])
      expect(await ids({ offset: 1, limit: 1 })).toEqual([second])
      expect(await company.list({ limit: 1 })).toMatchObject({ total: 3, pending: 2 })
      expect(await ids({ terms: ['emil'] })).toEqual([second])
      expect(await ids({ terms: ['%'] })).toEqual([])
      expect(await ids({ roleIds: ['manager'] })).toEqual([second])
      expect(await ids({ teamIds: ['night'] })).toEqual([expired])
      expect(await ids({ teamIds: ['leads'] })).toEqual([second])
      expect(await ids({ invitedBy: ['u2'] })).toEqual([thirdId])
      expect(await ids({ statuses: ['pending'] })).toEqual([thirdId, second])
      expect(await ids({ statuses: ['pending', 'expired'] })).toEqual([thirdId, second, expired])
      expect(await ids({ deliveries: ['sent'] })).toEqual([])
      expect(await ids({ deliveries: ['queued', 'sent'] })).toHaveLength(3)
    })

    it('is of one company alone', async () => {
      const [one, other] = [await open(), await open()]
      const id = await one.inviteOne('same@acme.example')
      await other.inviteOne('same@acme.example')
      expect((await other.store.invitations.find(other.id, [id])).size).toBe(0)
      expect((await other.list()).total).toBe(1)
      expect(await other.store.invitations.audit(other.id, id, 10)).toBeNull()
      expect(await other.delete(id)).toMatchObject({ ok: false, refused: { code: 'not_found' } })
    })
  })

  describe('an invitation', () => {
    it('that is resent keeps role and teams, has a new generation and expiry, and rests for a minute', async () => {
      const company = await open()
      const id = await company.inviteOne(unique('again'), { roleId: 'manager', teamIds: ['night'] })
      expect(await company.resend(id)).toMatchObject({
        ok: false,
        refused: { code: 'cooldown', retryAfter: expect.any(Number) },
      })
      await current().advance(cooldown)
      expect(await company.resend(id, 'u2')).toMatchObject({ ok: true })
      const resent = await company.find(id)
      expect(resent).toMatchObject({ generation: 2, roleId: 'manager', teamIds: ['night'], sentAt: null })
      expect(resent.expiresAt.getTime() - resent.askedAt.getTime()).toBe(lifetime)
      expect(resent.invitedBy.id).toBe('u1')
      const claims = (await company.store.mail.claim(1_000, 1)).filter(
        (claim) => claim.companyId === company.id,
      )
      expect(claims).toMatchObject([{ invitationId: id, generation: 2, inviterName: 'Grace' }])
      expect(await company.resend(id)).toMatchObject({ ok: false, refused: { code: 'cooldown' } })
    })

    it('that is changed has its new role and teams, for the version that was seen', async () => {
      const company = await open()
      const id = await company.inviteOne(unique('edit'), { teamIds: ['night'] })
      const { version } = await company.find(id)
      const change = (asked: object, seen = version, actor?: string) =>
        company.write({ ids: [id], keys: [] }, decideInvitationChange(id, asked, seen), actor)
      expect(await change({ roleId: 'admin' }, version, 'u2')).toMatchObject({
        refused: { code: 'role_exceeds_yours' },
      })
      expect(await change({ roleId: 'manager', teamIds: [] })).toMatchObject({ ok: true })
      expect(await change({ roleId: 'agent' })).toMatchObject({ refused: { code: 'version_mismatch' } })
      const after = await company.find(id)
      expect(after).toMatchObject({ roleId: 'manager', teamIds: [], generation: 1 })
      expect(after.administrative).toEqual(['manage_users'])
      const [entry] = (await company.store.invitations.audit(company.id, id, 1)) ?? []
      expect(entry).toMatchObject({
        action: 'invitation_changed',
        before: { roleId: 'agent', teamIds: ['night'] },
        after: { roleId: 'manager', teamIds: [] },
      })
    })

    it('that is deleted never comes back, and its queued mail is not sent', async () => {
      const company = await open()
      const email = unique('gone')
      const id = await company.inviteOne(email)
      expect(await company.delete(id)).toMatchObject({ ok: true })
      expect(await company.find(id)).toMatchObject({ end: { as: 'deleted', userId: null } })
      await current().advance(cooldown)
      expect(await company.resend(id)).toMatchObject({ ok: false, refused: { code: 'invitation_deleted' } })
      const claims = await company.store.mail.claim(1_000, 1)
      expect(claims.filter((claim) => claim.companyId === company.id)).toEqual([])
      const joining = decideAccept(id, 1, person(email))
      expect(await company.write({ ids: [id], keys: [] }, joining)).toMatchObject({
        refused: { code: 'invitation_deleted' },
      })
      expect(await company.inviteOne(email)).not.toBe(id)
    })

    it('K2 K24 that is accepted makes a user with its role and teams, once, by its newest link', async () => {
      const company = await open()
      const { store, id: companyId } = company
      const email = unique('joins')
      const id = await company.inviteOne(email, { roleId: 'manager', teamIds: ['night'] })
      await current().advance(cooldown)
      await company.resend(id)
      const accept = (generation: number, userId = 'new') =>
        company.write({ ids: [id], keys: [] }, decideAccept(id, generation, person(email, userId)))
      expect(await accept(1)).toMatchObject({ refused: { code: 'invitation_superseded' } })
      expect(await accept(2)).toMatchObject({ ok: true, answer: { userId: 'new', lost: [] } })
      expect(await accept(2, 'twice')).toMatchObject({ refused: { code: 'invitation_accepted' } })
      expect(await company.find(id)).toMatchObject({ end: { as: 'accepted', userId: 'new' } })
      const user = await store.user(companyId, 'new')
      expect(user).toMatchObject({
        name: 'Newcomer',
        email,
        roleId: 'manager',
        teamIds: ['night'],
        lastActiveAt: null,
      })
      const listing = {
        terms: ['newcomer'],
        roleIds: [],
        teamIds: [],
        sort: 'name',
        descending: false,
      } as const
      const page = await store.users(companyId, {
        ...listing,
        terms: ['newcomer'],
        roleIds: [],
        teamIds: [],
        limit: 5,
        from: { offset: 0 },
      })
      expect(page.users.map((one) => one.id)).toEqual(['new'])
      expect(await company.invite([email])).toMatchObject([
        { code: 'already_user', params: { userId: 'new' } },
      ])
      const { byRole } = await store.counts(companyId)
      expect(byRole.get('manager')).toBe(2)
    })

    it.each([
      ['has gained an administrative permission', { administrative: [] }, 'agent'],
      ['has the permissions that it had', { administrative: ['manage_users'] }, 'manager'],
      ['is gone', { roleId: 'gone' }, 'agent'],
    ])(
      'K6 whose role %s is accepted with a role that was granted, without a team that is gone',
      async (_, change, roleId) => {
        const company = await open()
        const email = unique('less')
        const id = await company.inviteOne(email, { roleId: 'manager', teamIds: ['night'] })
        const accept = decideAccept(id, 1, person(email))
        const written = await company.write({ ids: [id], keys: [] }, (facts, product) => {
          const invitation = facts.invitations.byId.get(id)
          if (!invitation) throw new Error('There is no invitation.')
          const changed = { ...invitation, ...change, teamIds: ['night', 'gone'] }
          const byId = new Map([[id, changed]])
          return accept({ ...facts, invitations: { ...facts.invitations, byId } }, product)
        })
        expect(written).toMatchObject({ ok: true, answer: { roleId, teamIds: ['night'] } })
        expect(await company.store.user(company.id, 'new')).toMatchObject({ roleId, teamIds: ['night'] })
        const [entry] = (await company.store.invitations.audit(company.id, id, 1)) ?? []
        expect(entry).toMatchObject({
          action: 'invitation_accepted',
          before: { teamIds: ['night', 'gone'] },
          after: { roleId, teamIds: ['night'] },
        })
      },
    )

    it('is not accepted while users take all seats', async () => {
      const company = await open(4)
      const email = unique('full')
      const id = await company.inviteOne(email)
      await company.store.invitations.setSeats(company.id, 3)
      const accepting = () => company.write({ ids: [id], keys: [] }, decideAccept(id, 1, person(email)))
      expect(await accepting()).toMatchObject({ refused: { code: 'seats_full' } })
      await company.store.invitations.setSeats(company.id, 4)
      expect(await accepting()).toMatchObject({ ok: true })
    })

    it('V27 ends as joined another way if the person is added, and frees its seat for them', async () => {
      const company = await open(4)
      const email = unique('other')
      const id = await company.inviteOne(email, { roleId: 'manager' })
      const user = { accountId: `a-${email}`, name: 'Olga', email, roleId: 'agent', teamIds: [] }
      const added = () => company.write({ ids: [], keys: [email] }, decideAddUser('olga', user, email))
      expect(await added()).toMatchObject({ ok: true })
      expect(await company.find(id)).toMatchObject({ end: { as: 'joined_otherwise', userId: 'olga' } })
      expect(await company.store.user(company.id, 'olga')).toMatchObject({ roleId: 'agent' })
      expect((await company.store.invitations.settings(company.id)).seats).toEqual({
        used: 4,
        pending: 0,
        total: 4,
      })
      expect(await added()).toMatchObject({ refused: { code: 'already_user' } })
      const [entry] = (await company.store.invitations.audit(company.id, id, 1)) ?? []
      expect(entry).toMatchObject({ action: 'invitation_closed' })
    })
  })

  it('V27 gives a person whom the host adds again their account back, so that undoing their deletion is refused', async () => {
    const company = await open()
    const { store, id: companyId } = company
    const email = unique('returns')
    const add = async () => {
      const added = await addUser(store, companyId, { email })
      return added.ok ? added.answer.userId : added.refused.code
    }
    const first = await add()
    const deletion = anIntent()
    await store.write(companyId, deletion, {
      userIds: [first],
      decide: (facts) => decideDelete(first)(facts, productPermissions),
    })
    const second = await add()
    const [before, after] = await Promise.all([first, second].map((id) => store.user(companyId, id)))
    expect([before, after?.email]).toEqual([null, email])
    const facts = await company.write(
      { ids: [], keys: [] },
      ({ gone }) => ({
        changes: [],
        audit: [],
        answer: gone.get(first)?.isBack ?? null,
      }),
      'u1',
      [first],
    )
    expect(facts).toMatchObject({ ok: true, answer: true })
  })

  describe('limits', () => {
    it('of seats count users and pending invitations, also within one request', async () => {
      const company = await open(5)
      const [first, second] = [unique('one'), unique('two')]
      expect(await company.invite([first, second, unique('three')])).toMatchObject([
        { ok: true },
        { ok: true },
        { ok: false, code: 'seats_full', params: { total: '5' } },
      ])
      await current().advance(lifetime)
      expect(await company.invite([unique('four'), unique('five')])).toMatchObject([
        { ok: true },
        { ok: true },
      ])
      const expired = (await company.list({ statuses: ['expired'] })).invitations[0]
      expect(await company.resend(expired?.id ?? '')).toMatchObject({ refused: { code: 'seats_full' } })
      await company.store.invitations.setSeats(company.id, null)
      expect(await company.resend(expired?.id ?? '')).toMatchObject({ ok: true })
    })

    it('of emails are 5 to one address in a day', async () => {
      const company = await open()
      const email = unique('often')
      for (let time = 0; time < 5; time++) await company.delete(await company.inviteOne(email))
      const [sixth] = await company.invite([email])
      expect(sixth).toMatchObject({ ok: false, code: 'rate_limited', reason: 'recipient_limit' })
      await current().advance(day)
      expect(await company.invite([email])).toMatchObject([{ ok: true }])
    })

    it('of emails are 500 by one person in an hour, and those that fit are sent', async () => {
      const company = await open()
      const many = (from: number, to: number) =>
        Array.from({ length: to - from }, (_, index) => `p${from + index}@acme.example`)
      await company.invite(many(0, 200))
      await company.invite(many(200, 400))
      const third = await company.invite(many(400, 600))
      expect(third.filter(({ ok }) => ok)).toHaveLength(100)
      expect(third[150]).toMatchObject({ code: 'rate_limited', reason: 'inviter_limit' })
      const refused = await company.invite(['more@acme.example']).catch((error: Error) => error.message)
      expect(refused).toBe('rate_limited')
      expect(await company.invite(['more@acme.example'], 'u2')).toMatchObject([{ ok: true }])
      await current().advance(3_600_000)
      expect(await company.invite(['later@acme.example'])).toMatchObject([{ ok: true }])
    })
  })
}
