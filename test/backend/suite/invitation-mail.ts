import { describe, expect, it } from 'vitest'
import type { OpenStore } from '../store-suite.ts'
import { aCompanyThatInvites } from './inviting.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** The outbox of invitations. */
export function invitationMailSuite(current: () => OpenStore) {
  const open = () => aCompanyThatInvites(current())

  const claimsOf = async (company: string, forMs = minute) =>
    (await current().store.mail.claim(1_000, forMs)).filter((claim) => claim.companyId === company)

  describe('the outbox', () => {
    it('gives an email to one worker, until the time of the claim is over', async () => {
      const company = await open()
      await company.invite(['a@acme.example', 'b@acme.example'])
      const first = await claimsOf(company.id)
      expect(first.map(({ address }) => address).sort()).toEqual(['a@acme.example', 'b@acme.example'])
      expect(await claimsOf(company.id)).toEqual([])
      await current().advance(minute)
      expect(await claimsOf(company.id)).toHaveLength(2)
    })

    it('stores what was sent, once, with an entry in the history', async () => {
      const company = await open()
      const { store, id } = company
      const invitationId = await company.inviteOne('sent@acme.example')
      const [claim] = await claimsOf(id)
      if (!claim) throw new Error('Nothing was claimed.')
      expect(await store.mail.check(claim)).toBe(true)
      const { revision } = await store.changes(id)
      await store.mail.settle(claim, { kind: 'sent' })
      await store.mail.settle(claim, { kind: 'failed', reason: 'late' })
      const invitation = await company.find(invitationId)
      expect(invitation).toMatchObject({
        delivery: { state: 'sent', reason: null },
        sentAt: expect.any(Date),
      })
      const { changes } = await store.changes(id, revision)
      expect(changes).toMatchObject([{ resource: 'invitations', ids: [invitationId] }])
      const history = await store.invitations.audit(id, invitationId, 10)
      expect(history?.map(({ action, actor }) => `${action} by ${actor.kind}`)).toEqual([
        'invitation_sent by system',
        'invitation_created by user',
      ])
      await current().advance(minute)
      expect(await claimsOf(id)).toEqual([])
      expect((await company.list({ deliveries: ['sent'] })).total).toBe(1)
    })

    it('stores why an address failed', async () => {
      const company = await open()
      const invitationId = await company.inviteOne('full@acme.example')
      const [claim] = await claimsOf(company.id)
      if (claim) await company.store.mail.settle(claim, { kind: 'failed', reason: 'mailbox full' })
      expect(await company.find(invitationId)).toMatchObject({
        delivery: { state: 'failed', reason: 'mailbox full', nextTryAt: null },
        sentAt: null,
      })
      const [entry] = (await company.store.invitations.audit(company.id, invitationId, 1)) ?? []
      expect(entry).toMatchObject({ action: 'invitation_failed', after: { reason: 'mailbox full' } })
    })

    it('tries later what can be sent later, and says how many wait if it is our fault', async () => {
      const company = await open()
      const { store, id } = company
      const invitationId = await company.inviteOne('later@acme.example')
      const [claim] = await claimsOf(id)
      if (!claim) throw new Error('Nothing was claimed.')
      const later = { kind: 'later', reason: 'out of order', inMs: 5 * minute } as const
      await store.mail.settle(claim, { ...later, isOurs: true })
      const { waiting, queued, now } = await store.invitations.settings(id)
      expect({ waiting, queued }).toMatchObject({ queued: 1, waiting: { reason: 'out of order' } })
      expect(waiting?.nextTryAt.getTime()).toBeGreaterThan(now.getTime() + 4 * minute)
      expect(await company.find(invitationId)).toMatchObject({
        delivery: { state: 'queued', reason: 'out of order', nextTryAt: expect.any(Date) },
      })
      expect(await claimsOf(id)).toEqual([])
      await current().advance(5 * minute)
      const [again] = await claimsOf(id)
      expect(again).toMatchObject({ id: claim.id, attempts: 1 })
      await store.mail.settle(claim, { ...later, isOurs: false })
      expect(await store.invitations.settings(id)).toMatchObject({ queued: 1, waiting: null })
    })

    it('K26 delays what would be the sixth email of a day to an address, of all companies, and refuses nothing', async () => {
      const address = 'k26@acme.example'
      const last = await open()
      const companies = [last]
      while (companies.length < 7) companies.push(await open())
      const ids = new Set(companies.map(({ id }) => id))
      const claims = async () =>
        (await current().store.mail.claim(1_000, minute)).filter(({ companyId }) => ids.has(companyId))
      for (const company of companies) await company.inviteOne(address)
      const first = await claims()
      expect(first).toHaveLength(5)
      const { now: at } = await last.list()
      for (const claim of first) await current().store.mail.settle(claim, { kind: 'sent' })
      await current().advance(2 * minute)
      expect(await claims()).toEqual([])
      // Nothing says that other companies have sent emails to this address.
      const waiting = companies.filter(({ id }) => !first.some(({ companyId }) => companyId === id))
      expect(waiting).toHaveLength(2)
      for (const company of waiting) {
        const [invitation] = (await company.list()).invitations
        expect(invitation?.delivery).toEqual({ state: 'queued', reason: null, nextTryAt: null })
        expect(await company.store.invitations.settings(company.id)).toMatchObject({
          queued: 1,
          waiting: null,
        })
      }
      await last.inviteOne('k26-other@acme.example')
      expect(await claims()).toMatchObject([{ companyId: last.id, address: 'k26-other@acme.example' }])
      const { now } = await last.list()
      await current().advance(at.getTime() + day - now.getTime() + 1_000)
      expect((await claims()).map(({ companyId }) => companyId)).toEqual(
        expect.arrayContaining(waiting.map(({ id }) => id)),
      )
    })

    it('K26 no longer reports our own fault of an email that now waits for its address', async () => {
      const address = 'k26-ours@acme.example'
      const companies = [await open()]
      while (companies.length < 6) companies.push(await open())
      const [first, ...others] = companies
      if (!first) throw new Error('There is no company.')
      await first.inviteOne(address)
      const [claim] = await claimsOf(first.id)
      const ours = { kind: 'later', reason: 'out of order', inMs: 5 * minute, isOurs: true } as const
      if (claim) await current().store.mail.settle(claim, ours)
      expect(await first.store.invitations.settings(first.id)).toMatchObject({
        waiting: { reason: ours.reason },
      })
      for (const company of others) {
        await company.inviteOne(address)
        for (const own of await claimsOf(company.id)) await current().store.mail.settle(own, { kind: 'sent' })
      }
      await current().advance(6 * minute)
      expect(await claimsOf(first.id)).toEqual([])
      expect(await first.store.invitations.settings(first.id)).toMatchObject({ queued: 1, waiting: null })
    })

    it('V11 does not send what has expired since the claim', async () => {
      const company = await open()
      await company.inviteOne('v11-late@acme.example')
      const [claim] = await claimsOf(company.id)
      if (!claim) throw new Error('Nothing was claimed.')
      const { now } = await company.list()
      await current().advance(claim.expiresAt.getTime() - now.getTime())
      expect(await company.store.mail.check(claim)).toBe(false)
    })

    it('V11 does not send what was deleted or resent after the claim, and notes what had left before', async () => {
      const company = await open()
      const { store, id } = company
      const invitationId = await company.inviteOne('v11@acme.example')
      const [claim] = await claimsOf(id)
      if (!claim) throw new Error('Nothing was claimed.')
      await current().advance(minute)
      await company.resend(invitationId)
      expect((await store.invitations.settings(id)).queued).toBe(1)
      expect(await store.mail.check(claim)).toBe(false)
      await store.mail.settle(claim, { kind: 'superseded' })
      const [next] = await claimsOf(id)
      expect(next).toMatchObject({ invitationId, generation: 2 })
      expect((await store.invitations.settings(id)).queued).toBe(1)
      expect(await company.find(invitationId)).toMatchObject({ delivery: { state: 'queued' } })
      await company.delete(invitationId)
      expect((await store.invitations.settings(id)).queued).toBe(0)
      expect(next && (await store.mail.check(next))).toBe(false)
      if (next) await store.mail.settle(next, { kind: 'sent' })
      const history = await store.invitations.audit(id, invitationId, 10)
      expect(history?.[0]).toMatchObject({ action: 'invitation_sent' })
    })
  })
}
