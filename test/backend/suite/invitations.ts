import { describe, expect, it } from 'vitest'
import { invitationTimes } from '../../../backend/core/invitations/limits.ts'
import type { OpenStore } from '../store-suite.ts'
import { aCompanyThatInvites } from './inviting.ts'

const { lifetime } = invitationTimes
const day = 86_400_000

/** Inviting: what is stored, requested and refused. */
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
