import { describe, expect, it } from 'vitest'
import type { SignInRef } from '../../../backend/core/ports/identity.ts'
import type { Store } from '../../../backend/core/ports/store.ts'
import type { UserListing } from '../../../backend/core/ports/user-listing.ts'
import type { Decision, Facts, Intent, Refusal, UserChange } from '../../../backend/core/ports/write.ts'
import type { OpenStore } from '../store-suite.ts'
import { aCompany } from './a-company.ts'
import { anIntent } from './an-intent.ts'

const applying =
  (...changes: UserChange[]) =>
  (): Decision<{ done: true }> => ({
    changes,
    audit: changes.map(({ kind, userId }) => ({
      action: kind,
      targetId: userId,
      before: {},
      after: { teamIds: [kind] },
    })),
    answer: { done: true },
  })

const hour = 3_600_000

/** The rule of the last admin, as small as it gets. */
const demote = (userId: string) => ({
  userIds: [userId],
  decide: ({ adminCount }: Facts): Decision<null> =>
    adminCount > 1
      ? { changes: [{ kind: 'set_role', userId, roleId: 'agent' }], audit: [], answer: null }
      : { refused: { code: 'last_admin', reason: 'last_admin' } },
})

const wholeList: UserListing = {
  terms: [],
  roleIds: [],
  teamIds: [],
  sort: 'name',
  descending: false,
  limit: 200,
  from: { offset: 0 },
}

/** Everything of a company that a write could touch. */
const everything = async (store: Store, company: string) => ({
  page: await store.users(company, wholeList),
  changes: await store.changes(company, 0),
  audit: (await store.audit(company, 'u2', 100)).entries,
  counts: await store.counts(company),
})

/** The one write verb. */
export function writeSuite(current: () => OpenStore) {
  const found = async () => {
    const newCompany = aCompany([
      { id: 'u1', roleId: 'admin' },
      { id: 'u2', roleId: 'admin', teamIds: ['night'] },
      { id: 'u3' },
    ])
    await current().store.createCompany(newCompany)
    return { store: current().store, company: newCompany.company.id, newCompany }
  }

  const usersRevision = async (store: Store, company: string) =>
    (await everything(store, company)).page.revision

  describe('writes', () => {
    it('shows the decision what it may look at', async () => {
      const { store, company } = await found()
      const { revision } = await store.changes(company)
      let seen: Facts | undefined
      await store.write(company, anIntent(), {
        userIds: ['u2', 'u3', 'unknown'],
        decide: (facts) => {
          seen = facts
          return { refused: { code: 'last_admin' } }
        },
      })
      expect([...(seen?.users.keys() ?? [])].toSorted()).toEqual(['u2', 'u3'])
      expect(seen?.users.get('u2')).toMatchObject({ roleId: 'admin', teamIds: ['night'] })
      expect(seen?.actor?.id).toBe('u1')
      expect(seen?.adminCount).toBe(2)
      expect(seen?.catalogue.roles).toHaveLength(3)
      expect(seen?.revision).toBe(revision + 1)
      expect(Math.abs((seen?.now.getTime() ?? 0) - (await store.now()).getTime())).toBeLessThan(5_000)
    })

    it('has no actor where the system acts, or the actor is deleted', async () => {
      const { store, company } = await found()
      const actors: (string | undefined)[] = []
      const look = {
        userIds: [],
        decide: ({ actor }: Facts): Decision<null> => {
          actors.push(actor?.id)
          return { refused: { code: 'last_admin' } }
        },
      }
      await store.write(company, anIntent(), look)
      for (const userIds of [[], ['u1']])
        await store.write(company, anIntent({ actor: { kind: 'system', id: 'u1' } }), { ...look, userIds })
      await store.write(company, anIntent(), {
        userIds: ['u1'],
        decide: applying({ kind: 'delete_user', userId: 'u1' }),
      })
      await store.write(company, anIntent(), look)
      expect(actors).toEqual(['u1', undefined, undefined, undefined])
    })

    it('sets a role: record, version, counts, revisions, change log and audit together', async () => {
      const { store, company } = await found()
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
      const { store, company } = await found()
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
      const { store, company } = await found()
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
      const { store, company, newCompany } = await found()
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
      const { store, company } = await found()
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
      const { store, company } = await found()
      const before = await everything(store, company)
      const writing = store.write(company, anIntent(), { userIds: ['u2', 'u3'], decide })
      if (rejects) await expect(writing).rejects.toThrow()
      else await writing
      expect(await everything(store, company)).toEqual(before)
    })

    it('rejects a decision about a user whom it did not look at, and changes nothing', async () => {
      const { store, company } = await found()
      const before = await everything(store, company)
      for (const userIds of [[], ['u3']]) {
        const decide = applying(
          { kind: 'change_teams', userId: 'u3', add: ['night'], remove: [] },
          { kind: 'set_role', userId: 'u2', roleId: 'agent' },
        )
        await expect(store.write(company, anIntent(), { userIds, decide })).rejects.toThrow('did not look at')
      }
      expect(await everything(store, company)).toEqual(before)
    })

    it('lets the actor change themselves without requesting it', async () => {
      const { store, company } = await found()
      const decide = applying({ kind: 'set_role', userId: 'u1', roleId: 'agent' })
      expect(await store.write(company, anIntent(), { userIds: [], decide })).toMatchObject({ ok: true })
    })

    it.each<UserChange>([
      { kind: 'end_sessions', userId: 'u2', reason: 'revoked' },
      { kind: 'delete_user', userId: 'u2' },
    ])('leaves the first reason and time of sessions that had ended: $kind', async (change) => {
      const { store, company, newCompany } = await found()
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

    it('hands a refusal out as it was decided, and decides a repeat again', async () => {
      const { store, company } = await found()
      const refused: Refusal = { code: 'last_admin', reason: 'last_admin', params: { role: 'Admin' } }
      const intent = anIntent()
      expect(await store.write(company, intent, { userIds: [], decide: () => ({ refused }) })).toEqual({
        ok: false,
        refused,
      })
      const second = await store.write(company, intent, {
        userIds: ['u3'],
        decide: applying({ kind: 'set_role', userId: 'u3', roleId: 'manager' }),
      })
      expect(second).toMatchObject({ ok: true, repeated: false })
    })

    it('knows an intent that was carried out in its company', async () => {
      const { store, company } = await found()
      const { company: other } = await found()
      const intent = anIntent()
      const know = () => Promise.all([company, other].map((one) => store.knows(one, intent)))
      expect(await know()).toEqual([false, false])
      await store.write(company, intent, { userIds: [], decide: () => ({ refused: { code: 'last_admin' } }) })
      expect(await know()).toEqual([false, false])
      await store.write(company, intent, demote('u2'))
      expect(await know()).toEqual([true, false])
    })

    it('forgets an intent that is older than a day at the next one', async () => {
      const { store, company } = await found()
      const nothing = { userIds: [], decide: applying() }
      const [old, recent, next] = [anIntent(), anIntent(), anIntent()]
      await store.write(company, old, nothing)
      await current().advance(2 * hour)
      await store.write(company, recent, nothing)
      await current().advance(23 * hour)
      expect(await store.write(company, old, nothing)).toMatchObject({ repeated: true })
      await store.write(company, next, nothing)
      const known = [old, recent, next].map((intent) => store.knows(company, intent))
      expect(await Promise.all(known)).toEqual([false, true, true])
    })

    it('shows the decision which sessions are open', async () => {
      const { store, company, newCompany } = await found()
      const signIn = (id: string): SignInRef => ({
        id,
        accountId: newCompany.users[1]?.accountId ?? '',
        authenticatedAt: new Date('2026-01-05T08:00:00Z'),
        expiresAt: new Date(8_640_000_000_000),
      })
      const [one, two, gone] = await Promise.all(
        ['one', 'two', 'gone'].map((id) => store.admit(company, signIn(`${company}-${id}`))),
      )
      await store.endSession(company, gone?.session.id ?? '', 'signed_out')
      let seen: Facts | undefined
      await store.write(company, anIntent(), {
        userIds: ['u2', 'u3'],
        decide: (facts) => {
          seen = facts
          return { refused: { code: 'last_admin' } }
        },
      })
      expect([...(seen?.openSessions.keys() ?? [])]).toEqual(['u2'])
      expect(seen?.openSessions.get('u2')?.toSorted()).toEqual(
        [one?.session.id ?? '', two?.session.id ?? ''].toSorted(),
      )
    })

    it('names in the audit who acted, also once they are deleted, and never the system', async () => {
      const { store, company } = await found()
      const add = (team: string, intent: Partial<Intent>) =>
        store.write(company, anIntent(intent), {
          userIds: ['u3'],
          decide: applying({ kind: 'change_teams', userId: 'u3', add: [team], remove: [] }),
        })
      await add('night', { actor: { kind: 'user', id: 'u2' } })
      await add('leads', { actor: { kind: 'system', id: 'u2' } })
      await store.write(company, anIntent(), {
        userIds: ['u2'],
        decide: applying({ kind: 'delete_user', userId: 'u2' }),
      })
      const { entries } = await store.audit(company, 'u3', 10)
      expect(entries.map(({ actor, actorName }) => [actor.kind, actorName])).toEqual([
        ['system', undefined],
        ['user', 'u2'],
      ])
    })

    it('without changes returns the company’s revision, also when it is repeated', async () => {
      const { store, company } = await found()
      await store.write(company, anIntent(), demote('u2'))
      const { revision } = await store.changes(company)
      const [intent, nothing] = [anIntent(), { userIds: [], decide: applying() }]
      expect(await store.write(company, intent, nothing)).toMatchObject({ revision, repeated: false })
      await store.write(company, anIntent(), {
        userIds: ['u3'],
        decide: applying({ kind: 'set_role', userId: 'u3', roleId: 'manager' }),
      })
      expect(await store.write(company, intent, nothing)).toMatchObject({ revision, repeated: true })
    })

    it('returns the first response for a repeated intent, and changes nothing', async () => {
      const { store, company } = await found()
      const intent = anIntent()
      const plan = {
        userIds: ['u3'],
        decide: applying({ kind: 'set_role', userId: 'u3', roleId: 'manager' }),
      }
      const first = await store.write(company, intent, plan)
      await store.write(company, anIntent(), demote('u2'))
      const before = await everything(store, company)

      const again = await store.write(company, intent, plan)
      expect(again).toEqual({ ...first, repeated: true, usersRevision: before.page.revision, lockedMs: 0 })
      expect(await everything(store, company)).toEqual(before)
    })

    it('does not tell an actor who may not write which intents are known', async () => {
      const { store, company } = await found()
      const known = anIntent()
      await store.write(company, known, demote('u2'))
      const other = { ...known, fingerprint: 'another request' }
      const refusing = (code: 'missing_permission' | 'session_revoked' | 'last_admin') =>
        store.write(company, other, { userIds: [], decide: () => ({ refused: { code } }) })
      for (const code of ['missing_permission', 'session_revoked'] as const)
        expect(await refusing(code)).toEqual({ ok: false, refused: { code } })
      expect(await refusing('last_admin')).toEqual({ ok: false, refused: { code: 'idempotency_mismatch' } })
    })

    it('applies an intent once that is sent many times at once', async () => {
      const { store, company } = await found()
      const { revision } = await store.changes(company)
      const intent = anIntent()
      const plan = {
        userIds: ['u3'],
        decide: applying({ kind: 'set_role', userId: 'u3', roleId: 'manager' }),
      }
      const written = await Promise.all(Array.from({ length: 6 }, () => store.write(company, intent, plan)))
      expect(written.filter((one) => one.ok && !one.repeated)).toHaveLength(1)
      expect((await store.changes(company)).revision).toBe(revision + 1)
    })

    it('refuses an intent that returns as another request', async () => {
      const { store, company } = await found()
      const intent = anIntent()
      await store.write(company, intent, demote('u2'))
      const before = await everything(store, company)
      const other = await store.write(company, { ...intent, fingerprint: 'another' }, demote('u1'))
      expect(other).toMatchObject({ ok: false, refused: { code: 'idempotency_mismatch' } })
      expect(await everything(store, company)).toEqual(before)
    })

    it('keeps the intents of companies apart', async () => {
      const [left, right] = [await found(), await found()]
      const intent = anIntent()
      await left.store.write(left.company, intent, demote('u2'))
      const there = await right.store.write(right.company, intent, demote('u2'))
      expect(there).toMatchObject({ ok: true, repeated: false })
    })

    it('shows in lists that were read before', async () => {
      const { store, company } = await found()
      const managers = async () => {
        const { users, total } = await store.users(company, { ...wholeList, roleIds: ['manager'] })
        return [total, ...users.map(({ id }) => id)]
      }
      const everyone = async () => (await store.users(company, wholeList)).total
      expect([await managers(), await everyone()]).toEqual([[0], 3])
      await store.write(company, anIntent(), {
        userIds: ['u2', 'u3'],
        decide: applying(
          { kind: 'set_role', userId: 'u2', roleId: 'manager' },
          { kind: 'delete_user', userId: 'u3' },
        ),
      })
      expect([await managers(), await everyone()]).toEqual([[1, 'u2'], 2])
    })

    it('leaves one admin when the last two are demoted at once', async () => {
      for (let round = 0; round < 5; round++) {
        const { store, company } = await found()
        const written = await Promise.all(
          ['u1', 'u2'].map((id) => store.write(company, anIntent(), demote(id))),
        )
        expect(written.filter(({ ok }) => ok)).toHaveLength(1)
        expect((await store.counts(company)).byRole.get('admin')).toBe(1)
      }
    })

    it('numbers concurrent writes without a gap', async () => {
      const { store, company } = await found()
      const { revision } = await store.changes(company)
      const roles = Array.from({ length: 10 }, (_, index) => (index % 2 ? 'agent' : 'manager'))
      await Promise.all(
        roles.map((roleId) =>
          store.write(company, anIntent(), {
            userIds: ['u3'],
            decide: applying({ kind: 'set_role', userId: 'u3', roleId }),
          }),
        ),
      )
      const { changes } = await store.changes(company, revision)
      expect(changes.map((change) => change.revision)).toEqual(roles.map((_, index) => revision + 1 + index))
    })

    it('writes to one company alone', async () => {
      const [left, right] = [await found(), await found()]
      const before = await everything(right.store, right.company)
      await left.store.write(left.company, anIntent(), {
        userIds: ['u2'],
        decide: applying({ kind: 'delete_user', userId: 'u2' }),
      })
      expect(await everything(right.store, right.company)).toEqual(before)
    })

    it('rejects a write to an unknown company', async () => {
      const { store } = current()
      await expect(store.write('c-unknown', anIntent(), demote('u1'))).rejects.toThrow()
    })
  })
}
