import { describe, expect, it } from 'vitest'
import type { SignInRef } from '../../../backend/core/ports/identity.ts'
import type { Decision, Facts, Intent } from '../../../backend/core/ports/write.ts'
import type { OpenStore } from '../store-suite.ts'
import { applying, demote, everything, found } from './a-written-company.ts'
import { anIntent } from './an-intent.ts'
import { everyUser } from './every-user.ts'

/** What a decision looks at, and what a write makes of it. */
export function decisionSuite(current: () => OpenStore) {
  describe('a decision', () => {
    it('shows the decision what it may look at', async () => {
      const { store, company } = await found(current())
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
      const { store, company } = await found(current())
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

    it('rejects a decision about a user whom it did not look at, and changes nothing', async () => {
      const { store, company } = await found(current())
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
      const { store, company } = await found(current())
      const decide = applying({ kind: 'set_role', userId: 'u1', roleId: 'agent' })
      expect(await store.write(company, anIntent(), { userIds: [], decide })).toMatchObject({ ok: true })
    })

    it('shows the decision which sessions are open', async () => {
      const { store, company, newCompany } = await found(current())
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
      const { store, company } = await found(current())
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
      const { store, company } = await found(current())
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

    it('shows in lists that were read before', async () => {
      const { store, company } = await found(current())
      const managers = async () => {
        const { users, total } = await store.users(company, { ...everyUser, roleIds: ['manager'] })
        return [total, ...users.map(({ id }) => id)]
      }
      const everyone = async () => (await store.users(company, everyUser)).total
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
        const { store, company } = await found(current())
        const written = await Promise.all(
          ['u1', 'u2'].map((id) => store.write(company, anIntent(), demote(id))),
        )
        expect(written.filter(({ ok }) => ok)).toHaveLength(1)
        expect((await store.counts(company)).byRole.get('admin')).toBe(1)
      }
    })

    it('numbers concurrent writes without a gap', async () => {
      const { store, company } = await found(current())
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

    it('writes only to one company', async () => {
      const [left, right] = [await found(current()), await found(current())]
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
