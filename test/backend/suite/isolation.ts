import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { SignInRef } from '../../../backend/core/ports/identity.ts'
import type { Change, Facts } from '../../../backend/core/ports/write.ts'
import type { OpenStore } from '../store-suite.ts'
import { aCompany } from './a-company.ts'
import { anIntent } from './an-intent.ts'
import { everyUser } from './every-user.ts'

const minute = 60_000
const byActivity = { ...everyUser, sort: 'lastActive', descending: true } as const

const signInOf = (accountId: string): SignInRef => ({
  id: `s-${randomUUID()}`,
  accountId,
  authenticatedAt: new Date('2026-01-05T08:00:00Z'),
  expiresAt: new Date('2100-01-01T00:00:00Z'),
})

const same = { id: 'same', fingerprint: anIntent().fingerprint }

/** Companies that share the ids of their users, roles and teams. */
export function isolationSuite(current: () => OpenStore) {
  const twins = async () => {
    const { store } = current()
    const lastActiveAt = new Date('2026-03-01T10:00:00.000Z')
    const left = aCompany(
      [
        { id: 'u1', roleId: 'admin' },
        { id: 'u2', roleId: 'admin', teamIds: ['night'], lastActiveAt },
        { id: 'u3' },
      ],
      'Left',
    )
    const right = aCompany(
      [
        { id: 'u1', roleId: 'admin', name: 'Another' },
        { id: 'u2', teamIds: ['night', 'leads'], lastActiveAt },
      ],
      'Right',
    )
    const signIns = [left, right].map(({ users }) => signInOf(users[1]?.accountId ?? ''))
    const [mine, theirs] = signIns
    if (!mine || !theirs) throw new Error('there are two companies')
    for (const [company, signIn] of [
      [left, mine],
      [right, theirs],
    ] as const) {
      await store.createCompany(company)
      await store.admit(company.company.id, signIn)
      await store.write(company.company.id, anIntent({ id: 'same' }), {
        userIds: ['u2'],
        decide: () => ({
          changes: [{ kind: 'change_teams', userId: 'u2', add: ['chat'], remove: [] }],
          audit: [{ action: 'change_teams', targetId: 'u2', after: { teamIds: ['chat'] } }],
          answer: company.company.name,
        }),
      })
    }
    return { store, left: left.company.id, right: right.company.id, mine, theirs }
  }

  type Twins = Awaited<ReturnType<typeof twins>>
  const everything = async ({ store, right, theirs }: Twins) => ({
    page: await store.users(right, byActivity),
    team: await store.users(right, { ...byActivity, teamIds: ['chat', 'night'] }),
    counts: await store.counts(right),
    changes: await store.changes(right, 0),
    audit: await store.audit(right, 'u2', 100),
    session: (await store.admit(right, theirs))?.session,
    knows: await store.knows(right, same),
  })

  describe('companies with the same ids', () => {
    it.each<[string, Change]>([
      ['a role', { kind: 'set_role', userId: 'u2', roleId: 'manager' }],
      ['teams', { kind: 'change_teams', userId: 'u2', add: ['leads'], remove: ['night', 'chat'] }],
      ['a deletion', { kind: 'delete_user', userId: 'u2' }],
      ['ended sessions', { kind: 'end_sessions', userId: 'u2', reason: 'revoked' }],
    ])('are not changed by %s in the other', async (_name, change) => {
      const both = await twins()
      const before = await everything(both)
      await both.store.write(both.left, anIntent(), {
        userIds: ['u2'],
        decide: () => ({ changes: [change], audit: [{ action: change.kind, targetId: 'u2' }], answer: null }),
      })
      expect(await everything(both)).toEqual(before)
    })

    it('are not active by requests of the other, and no session ends with one of the other', async () => {
      const both = await twins()
      const before = await everything(both)
      const { store, left, mine } = both
      await current().advance(minute + 1_000)
      const { session } = (await store.admit(left, mine)) ?? {}
      await store.endSession(left, session?.id ?? '', 'idle')
      await store.reopen(left, mine)
      expect((await store.users(both.right, byActivity)).users).toEqual(before.page.users)
      expect((await everything(both)).session).toMatchObject({ id: before.session?.id, endedAt: null })
    })

    it('forget no change or intent when a day is over in the other', async () => {
      const { store, left, right } = await twins()
      await current().advance(25 * 60 * minute)
      await store.write(left, anIntent(), {
        userIds: [],
        decide: () => ({ changes: [], audit: [], answer: null }),
      })
      expect([await store.knows(left, same), await store.knows(right, same)]).toEqual([false, true])
    })

    it('show a decision their own users, sessions and responses', async () => {
      const { store, left, right, mine, theirs } = await twins()
      const sessions = [await store.admit(left, mine), await store.admit(right, theirs)]
      const seen: Facts[] = []
      for (const company of [left, right])
        await store.write(company, anIntent(), {
          userIds: ['u2', 'u3'],
          decide(facts) {
            seen.push(facts)
            return { refused: { code: 'last_admin' } }
          },
        })
      expect(
        seen.map(({ adminCount, users, actor }) => [adminCount, [...users.keys()], actor?.name]),
      ).toEqual([
        [2, ['u2', 'u3'], 'u1'],
        [1, ['u2'], 'Another'],
      ])
      expect(seen.map(({ users }) => users.get('u2')?.teamIds.toSorted())).toEqual([
        ['chat', 'night'],
        ['chat', 'leads', 'night'],
      ])
      expect(seen.map(({ openSessions }) => [...openSessions.entries()])).toEqual(
        sessions.map((admission) => [['u2', [admission?.session.id]]]),
      )
      const repeated = await store.write(right, anIntent({ id: 'same' }), {
        userIds: [],
        decide: () => ({ refused: { code: 'last_admin' } }),
      })
      expect(repeated).toMatchObject({ ok: true, answer: 'Right', repeated: true })
    })

    it('name in their audit the actor of their own', async () => {
      const { store, left, right } = await twins()
      const names = async (company: string) =>
        (await store.audit(company, 'u2', 10)).entries.map(({ actorName }) => actorName)
      expect([await names(left), await names(right)]).toEqual([['u1'], ['Another']])
    })

    it('count their own people by role and team', async () => {
      const { store, left, right } = await twins()
      const counted = async (company: string) => {
        const { byRole, byTeam } = await store.counts(company)
        return [
          byRole.get('admin'),
          byRole.get('agent'),
          byTeam.get('chat'),
          byTeam.get('night'),
          byTeam.get('leads'),
        ]
      }
      expect([await counted(left), await counted(right)]).toEqual([
        [2, 1, 2, 1, 2],
        [1, 1, 1, 1, 2],
      ])
    })
  })

  describe('one sign-in in two companies', () => {
    it('is signed out everywhere in one of them, and enters the other', async () => {
      const { store, advance } = current()
      const person = { id: 'u1', accountId: `a-${randomUUID()}`, email: `${randomUUID()}@both.example` }
      const other = { id: 'u1', accountId: `a-${randomUUID()}`, email: `${randomUUID()}@both.example` }
      const [one, two] = [aCompany([person]), aCompany([{ ...person, id: 'u2' }, other])]
      for (const company of [one, two]) await store.createCompany(company)
      const before = await store.now()
      await advance(1_000)
      await store.write(one.company.id, anIntent(), {
        userIds: ['u1'],
        decide: () => ({
          changes: [{ kind: 'end_sessions', userId: 'u1', reason: 'revoked' }],
          audit: [],
          answer: null,
        }),
      })
      const signIn = (accountId: string) => ({ ...signInOf(accountId), authenticatedAt: before })
      expect(await store.admit(one.company.id, signIn(person.accountId))).toBeNull()
      for (const { accountId } of [person, other])
        expect(await store.admit(two.company.id, signIn(accountId))).not.toBeNull()
    })

    it('is reopened in the company where its session ended, and in no other', async () => {
      const { store } = current()
      const person = { id: 'u1', accountId: `a-${randomUUID()}`, email: `${randomUUID()}@both.example` }
      const [one, two] = [aCompany([person]), aCompany([person])]
      const signIn = signInOf(person.accountId)
      const session = async (company: string) => (await store.admit(company, signIn))?.session
      for (const company of [one, two]) await store.createCompany(company)
      const [first, second] = [await session(one.company.id), await session(two.company.id)]
      await store.endSession(one.company.id, first?.id ?? '', 'idle')
      await store.reopen(two.company.id, signIn)
      expect((await session(two.company.id))?.id).toBe(second?.id)
      expect(await session(one.company.id)).toMatchObject({ id: first?.id, endReason: 'idle' })
      await store.reopen(one.company.id, signIn)
      const next = await session(one.company.id)
      expect([next?.id === first?.id, next?.endedAt]).toEqual([false, null])
    })
  })
}
