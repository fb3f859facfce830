import { describe, expect, it } from 'vitest'
import { decideAccept } from '../../../backend/core/invitations/decide-accept.ts'
import { invitationTimes } from '../../../backend/core/invitations/limits.ts'
import { statusOf } from '../../../backend/core/rules/invitation-status.ts'
import { seedInvitations } from '../../../mocks/people/seed-invitations.ts'
import type { OpenStore } from '../store-suite.ts'
import { aCompany } from './a-company.ts'
import { aCompanyThatInvites } from './inviting.ts'

const { lifetime, listed } = invitationTimes
const day = 86_400_000

const person = (email: string, userId = 'new') => ({
  userId,
  accountId: `account-of-${email}`,
  name: 'Newcomer',
  email,
})

/** The list of invitations, and their expiry. */
export function invitationListSuite(current: () => OpenStore) {
  const open = (seats?: number) => aCompanyThatInvites(current(), seats)
  const unique = (name: string) => `${name}-${crypto.randomUUID().slice(0, 8)}@acme.example`

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

    it('names everyone who sent a listed invitation, once and by name', async () => {
      const company = await open()
      const inviters = () => company.store.invitations.inviters(company.id)
      expect(await inviters()).toEqual([])
      await company.invite([unique('first')], 'u2')
      await current().advance(listed + lifetime)
      expect(await inviters()).toEqual([])
      const deleted = await company.inviteOne(unique('deleted'))
      await company.invite([unique('second'), unique('third')], 'u2')
      expect(await inviters()).toEqual([
        { id: 'u1', name: 'Ada', isDeleted: false },
        { id: 'u2', name: 'Grace', isDeleted: false },
      ])
      await company.delete(deleted)
      expect((await inviters()).map(({ id }) => id)).toEqual(['u2'])
    })

    it('belongs to only one company', async () => {
      const [one, other] = [await open(), await open()]
      const id = await one.inviteOne('same@acme.example')
      await other.inviteOne('same@acme.example')
      expect((await other.store.invitations.find(other.id, [id])).size).toBe(0)
      expect((await other.list()).total).toBe(1)
      expect(await other.store.invitations.audit(other.id, id, 10)).toBeNull()
      expect(await other.delete(id)).toMatchObject({ ok: false, refused: { code: 'not_found' } })
    })

    it('have a history from the start in a new company', async () => {
      const { store } = current()
      const founded = aCompany([{ id: 'u1', name: 'Ada', roleId: 'admin' }])
      const { id } = founded.company
      const now = (await store.now()).getTime()
      const invitations = seedInvitations({
        domain: 'acme.example',
        inviters: ['u1'],
        now,
        withQueued: false,
      })
      await store.createCompany({ ...founded, invitations })
      const [sent, failed] = ['giulia.romano', 'k.novak'].map((name) => `invitation-${name}`)
      expect(await store.invitations.audit(id, sent ?? '', 5)).toMatchObject([
        { action: 'invitation_sent', actor: { kind: 'system' } },
        { action: 'invitation_created', actor: { kind: 'user', id: 'u1' }, actorName: 'Ada' },
      ])
      expect(await store.invitations.audit(id, failed ?? '', 5)).toMatchObject([
        { action: 'invitation_failed', after: { reason: 'mailbox full' } },
        { action: 'invitation_created', after: { roleId: 'billing', teamIds: [] } },
      ])
    })
  })
}
