import { describe, expect, it } from 'vitest'
import { addUser } from '../../../backend/core/invitations/add-user.ts'
import { decideAccept } from '../../../backend/core/invitations/decide-accept.ts'
import { decideAddUser } from '../../../backend/core/invitations/decide-add-user.ts'
import { decideInvitationChange } from '../../../backend/core/invitations/decide-invitation-change.ts'
import { invitationTimes } from '../../../backend/core/invitations/limits.ts'
import { decideDelete } from '../../../backend/core/rules/decide-delete.ts'
import { productPermissions } from '../../../backend/core/rules/product-permissions.ts'
import type { OpenStore } from '../store-suite.ts'
import { anIntent } from './an-intent.ts'
import { aCompanyThatInvites } from './inviting.ts'

const { lifetime, cooldown } = invitationTimes

const person = (email: string, userId = 'new') => ({
  userId,
  accountId: `account-of-${email}`,
  name: 'Newcomer',
  email,
})

/** An invitation: resent, changed, deleted, accepted, and ended in another way. */
export function invitationChangeSuite(current: () => OpenStore) {
  const open = (seats?: number) => aCompanyThatInvites(current(), seats)
  const unique = (name: string) => `${name}-${crypto.randomUUID().slice(0, 8)}@acme.example`

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
}
