import { describe, expect, it } from 'vitest'
import type { SignInRef } from '../../../backend/core/ports/identity.ts'
import type { Decision, UserChange } from '../../../backend/core/ports/write.ts'
import type { OpenStore } from '../store-suite.ts'
import { applying, everything, found, usersRevision } from './a-written-company.ts'
import { anIntent } from './an-intent.ts'

/** What a write changes. */
export function writeSuite(current: () => OpenStore) {
  describe('writes', () => {
    it('sets a role: record, version, counts, revisions, change log and audit together', async () => {
      const { store, company } = await found(current())
      const { revision } = await store.changes(company)
      const intent = anIntent()
      const written = await store.write(company, intent, {
        userIds: ['u2'],
        decide: applying({ kind: 'set_role', userId: 'u2', roleId: 'manager' }),
      })

      expect(written).toMatchObject({
        ok: true,
        answer: { done: true },
        revision: revision + 1,
        repeated: false,
      })
      if (!written.ok) throw new Error('The write was refused.')
      expect(written.usersRevision).toBe(revision + 1)
      expect([...written.users.values()]).toEqual([await store.user(company, 'u2')])
      expect(await store.user(company, 'u2')).toMatchObject({
        roleId: 'manager',
        version: String(revision + 1),
      })
      const { page, changes, audit, counts } = await everything(store, company)
      expect(page.revision).toBe(revision + 1)
      expect(changes).toEqual({
        changes: [
          { revision: revision + 1, resource: 'users', ids: ['u2'], intent: intent.id, at: expect.any(Date) },
        ],
        revision: revision + 1,
        gap: false,
      })
      expect(audit).toEqual([
        {
          id: expect.any(String),
          at: expect.any(Date),
          intent: intent.id,
          actor: intent.actor,
          actorName: 'u1',
          requestId: 'r-1',
          action: 'set_role',
          targetId: 'u2',
          before: {},
          after: { teamIds: ['set_role'] },
        },
      ])
      expect([counts.byRole.get('admin'), counts.byTeam.get('leads')]).toEqual([1, 2])
    })

    it('changes teams by what is added and removed, once each', async () => {
      const { store, company } = await found(current())
      const before = await usersRevision(store, company)
      await store.write(company, anIntent(), {
        userIds: ['u2'],
        decide: applying({ kind: 'change_teams', userId: 'u2', add: ['chat', 'night'], remove: ['leads'] }),
      })
      expect((await store.user(company, 'u2'))?.teamIds.toSorted()).toEqual(['chat', 'night'])
      await store.write(company, anIntent(), {
        userIds: ['u2'],
        decide: applying({ kind: 'change_teams', userId: 'u2', add: [], remove: ['night', 'leads'] }),
      })
      expect((await store.user(company, 'u2'))?.teamIds).toEqual(['chat'])
      expect(await usersRevision(store, company)).toBe(before + 2)
    })

    it('deletes a user from lists, counts and teams', async () => {
      const { store, company } = await found(current())
      await store.write(company, anIntent(), {
        userIds: ['u2'],
        decide: applying({ kind: 'delete_user', userId: 'u2' }),
      })

      expect(await store.user(company, 'u2')).toBeNull()
      const { page, counts, audit } = await everything(store, company)
      expect(page.users.map(({ id }) => id)).toEqual(['u1', 'u3'])
      expect(page.total).toBe(2)
      expect([counts.byRole.get('admin'), counts.byTeam.get('night') ?? 0]).toEqual([1, 0])
      expect(audit).toHaveLength(1)
    })

    it('ends the sessions of one user except the one excepted, and leaves the list as it was', async () => {
      const { store, company, newCompany } = await found(current())
      const signIn = (id: string, accountId = newCompany.users[1]?.accountId ?? ''): SignInRef => ({
        id: `${company}-${id}`,
        accountId,
        authenticatedAt: new Date('2026-01-05T08:00:00Z'),
        expiresAt: new Date('2100-01-01T00:00:00Z'),
      })
      const [kept, ended, other] = [
        signIn('kept'),
        signIn('ended'),
        signIn('o', newCompany.users[2]?.accountId),
      ]
      const [except] = await Promise.all([kept, ended, other].map((ref) => store.admit(company, ref)))
      const before = await usersRevision(store, company)

      const written = await store.write(company, anIntent(), {
        userIds: ['u2'],
        decide: applying({
          kind: 'end_sessions',
          userId: 'u2',
          reason: 'revoked',
          except: except?.session.id ?? '',
        }),
      })

      const reasons = await Promise.all([kept, ended, other].map((ref) => store.admit(company, ref)))
      expect(reasons.map((admission) => admission?.session.endReason)).toEqual([null, 'revoked', null])
      expect(await usersRevision(store, company)).toBe(before)
      expect(written).toMatchObject({ ok: true, revision: before + 1 })
      expect((await store.changes(company, before)).changes).toMatchObject([
        { resource: 'sessions', ids: ['u2'] },
      ])
    })

    it('changes several users under one revision', async () => {
      const { store, company } = await found(current())
      const { revision } = await store.changes(company)
      await store.write(company, anIntent(), {
        userIds: ['u2', 'u3'],
        decide: applying(
          { kind: 'set_role', userId: 'u2', roleId: 'agent' },
          { kind: 'change_teams', userId: 'u2', add: ['chat'], remove: [] },
          { kind: 'set_role', userId: 'u3', roleId: 'manager' },
        ),
      })
      const { changes } = await store.changes(company, revision)
      expect(changes).toHaveLength(1)
      expect(changes[0]?.ids.toSorted()).toEqual(['u2', 'u3'])
      expect((await store.user(company, 'u3'))?.version).toBe(String(revision + 1))
    })

    it.each<[string, () => Decision<null>, boolean]>([
      [
        'a refusal',
        () => ({ refused: { code: 'last_admin', reason: 'last_admin', params: { a: 'b' } } }),
        false,
      ],
      ['a decision without changes', () => ({ changes: [], audit: [], answer: null }), false],
      [
        'a decision that throws',
        () => {
          throw new Error('no')
        },
        true,
      ],
      [
        'a role that the company does not have',
        () => ({
          changes: [
            { kind: 'set_role', userId: 'u2', roleId: 'agent' },
            { kind: 'set_role', userId: 'u3', roleId: 'foreign' },
          ],
          audit: [{ action: 'set_role', targetId: 'u2' }],
          answer: null,
        }),
        true,
      ],
      [
        'a team that the company does not have',
        () => ({
          changes: [
            { kind: 'delete_user', userId: 'u3' },
            { kind: 'change_teams', userId: 'u2', add: ['chat', 'foreign'], remove: ['night'] },
          ],
          audit: [{ action: 'change_teams', targetId: 'u2' }],
          answer: null,
        }),
        true,
      ],
    ])('leaves nothing behind after %s', async (_name, decide, rejects) => {
      const { store, company } = await found(current())
      const before = await everything(store, company)
      const writing = store.write(company, anIntent(), { userIds: ['u2', 'u3'], decide })
      if (rejects) await expect(writing).rejects.toThrow()
      else await writing
      expect(await everything(store, company)).toEqual(before)
    })

    it.each<UserChange>([
      { kind: 'end_sessions', userId: 'u2', reason: 'revoked' },
      { kind: 'delete_user', userId: 'u2' },
    ])('leaves the first reason and time of sessions that had ended: $kind', async (change) => {
      const { store, company, newCompany } = await found(current())
      const signIn: SignInRef = {
        id: `${company}-ended`,
        accountId: newCompany.users[1]?.accountId ?? '',
        authenticatedAt: new Date('2026-01-05T08:00:00Z'),
        expiresAt: new Date('2100-01-01T00:00:00Z'),
      }
      const { session } = (await store.admit(company, signIn)) ?? {}
      await store.endSession(company, session?.id ?? '', 'idle')
      const ended = (await store.admit(company, signIn))?.session
      await current().advance(1_000)
      await store.write(company, anIntent(), { userIds: ['u2'], decide: applying(change) })
      expect((await store.admit(company, signIn))?.session).toEqual(ended)
      expect(ended?.endReason).toBe('idle')
    })
  })
}
