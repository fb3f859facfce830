import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Admission } from '../../../backend/core/ports/admission.ts'
import type { SignInRef } from '../../../backend/core/ports/identity.ts'
import type { OpenStore } from '../store-suite.ts'
import { aCompany } from './a-company.ts'
import { anIntent } from './an-intent.ts'
import { everyUser } from './every-user.ts'

const minute = 60_000

/** Opening, seeing and ending sessions. */
export function sessionSuite(current: () => OpenStore) {
  const openCompany = async () => {
    const newCompany = aCompany([{ id: 'u1', roleId: 'admin' }, { id: 'u2' }])
    await current().store.createCompany(newCompany)
    return {
      newCompany,
      company: newCompany.company.id,
      signIn: signInOf(newCompany.users[0]?.accountId ?? ''),
    }
  }

  const signInOf = (accountId: string): SignInRef => ({
    id: `s-${randomUUID()}`,
    accountId,
    authenticatedAt: new Date('2026-01-05T08:00:00Z'),
    expiresAt: new Date('2100-01-01T00:00:00Z'),
  })

  const admitted = (admission: Admission | null) => {
    if (!admission) throw new Error('the sign-in was not let in')
    return admission
  }

  describe('sessions', () => {
    it('opens one at the first request and keeps it', async () => {
      const { store } = current()
      const { company, signIn } = await openCompany()
      const opened = admitted(await store.admit(company, signIn))

      expect(opened.user?.id).toBe('u1')
      expect(opened.catalogue.company.id).toBe(company)
      expect(opened.session).toMatchObject({
        signInId: signIn.id,
        userId: 'u1',
        endedAt: null,
        endReason: null,
      })
      expect(opened.now.getTime()).toBeGreaterThanOrEqual(opened.session.openedAt.getTime())
      expect(admitted(await store.admit(company, signIn)).session.id).toBe(opened.session.id)
    })

    it('opens only one for concurrent first requests', async () => {
      const { store } = current()
      const { company, signIn } = await openCompany()
      const admissions = await Promise.all(Array.from({ length: 12 }, () => store.admit(company, signIn)))
      expect(new Set(admissions.map((admission) => admission?.session.id)).size).toBe(1)
    })

    it('returns null for a foreign or unknown company', async () => {
      const { store } = current()
      const { signIn } = await openCompany()
      const foreign = await openCompany()
      expect(await store.admit(foreign.company, signIn)).toBeNull()
      expect(await store.admit('c-unknown', signIn)).toBeNull()
    })

    it('reads many by their ids as they are admitted, without unknown and foreign ones', async () => {
      const { store } = current()
      const { newCompany, company, signIn } = await openCompany()
      const foreign = await openCompany()
      const other = signInOf(newCompany.users[1]?.accountId ?? '')
      const own = [admitted(await store.admit(company, signIn)), admitted(await store.admit(company, other))]
      const theirs = admitted(await store.admit(foreign.company, foreign.signIn))
      await store.endSession(company, own[1]?.session.id ?? '', 'expired')

      const ids = [...own, theirs].map(({ session }) => session.id)
      const read = await store.sessions(company, [...ids, 'unknown'])
      expect([...read.keys()].sort()).toEqual(ids.slice(0, 2).sort())
      for (const [index, by] of [signIn, other].entries()) {
        const { now: _, ...again } = admitted(await store.admit(company, by))
        expect(read.get(ids[index] ?? '')).toEqual({ ...again, now: expect.any(Date) })
      }
      expect(await store.sessions(company, [])).toEqual(new Map())
      expect(await store.sessions('c-unknown', ids)).toEqual(new Map())
    })

    it('of whom a stream is open are seen once a minute, and are no more active by it', async () => {
      const { store, advance } = current()
      const { newCompany, company, signIn } = await openCompany()
      const second = { ...signIn, id: `${signIn.id}-2` }
      const opened = [
        admitted(await store.admit(company, signIn)),
        admitted(await store.admit(company, second)),
      ]
      const ids = opened.map(({ session }) => session.id)
      await advance(minute + 1_000)
      const before = await store.user(company, 'u2')
      for (const { session, now } of (await store.sessions(company, ids)).values())
        expect(session.seenAt).toEqual(now)
      expect((await store.user(company, newCompany.users[0]?.id ?? ''))?.lastActiveAt).toEqual(
        opened[1]?.session.openedAt,
      )
      expect(await store.user(company, 'u2')).toEqual(before)
    })

    it('keeps companies apart: ending one leaves the other', async () => {
      const { store } = current()
      const accountId = `a-${randomUUID()}`
      const email = `${randomUUID()}@both.example`
      const [left, right] = [
        aCompany([{ id: 'u1', accountId, email }]),
        aCompany([{ id: 'u1', accountId, email }]),
      ]
      await store.createCompany(left)
      await store.createCompany(right)
      const signIn = signInOf(accountId)
      const there = admitted(await store.admit(left.company.id, signIn))
      await store.admit(right.company.id, signIn)

      await store.endSession(left.company.id, there.session.id, 'signed_out')
      expect(admitted(await store.admit(right.company.id, signIn)).session.endedAt).toBeNull()
    })

    it('moves what is seen at most once a minute, and never the activity', async () => {
      const { store, advance } = current()
      const { company, signIn } = await openCompany()
      const opened = admitted(await store.admit(company, signIn)).session
      await advance(minute / 2)
      const soon = admitted(await store.admit(company, signIn)).session
      expect(soon.seenAt).toEqual(opened.seenAt)
      await advance(minute / 2 + 1_000)
      await store.admit(company, signIn)
      const later = admitted(await store.admit(company, signIn)).session
      expect(later.seenAt.getTime()).toBeGreaterThanOrEqual(opened.seenAt.getTime() + minute)
      expect(later.activityAt).toEqual(opened.activityAt)
      expect(later.openedAt).toEqual(opened.openedAt)
    })

    it('takes a request as the user being active, without a new version or revision', async () => {
      const { store } = current()
      const { company, signIn } = await openCompany()
      const before = await store.user(company, 'u1')
      const { revision } = await store.changes(company)
      const { session } = admitted(await store.admit(company, signIn))
      const after = await store.user(company, 'u1')

      expect(before?.lastActiveAt).toBeNull()
      expect(after?.lastActiveAt?.getTime()).toBe(session.seenAt.getTime())
      expect(after?.version).toBe(before?.version)
      expect((await store.changes(company)).revision).toBe(revision)
    })

    it('marks no one else as active, at the first request and a minute later', async () => {
      const { store, advance } = current()
      const { company, signIn } = await openCompany()
      const before = await store.user(company, 'u2')
      await store.admit(company, signIn)
      expect(await store.user(company, 'u2')).toEqual(before)
      await advance(minute + 1_000)
      await store.admit(company, signIn)
      expect(await store.user(company, 'u2')).toEqual(before)
    })

    it('moves the user in a list by activity that was read before', async () => {
      const { store } = current()
      const { company, signIn } = await openCompany()
      const latest = async () => {
        const asked = { ...everyUser, sort: 'lastActive', descending: true, limit: 1 } as const
        const { users } = await store.users(company, asked)
        return users[0]?.id
      }
      expect(await latest()).toBe('u2')
      await store.admit(company, signIn)
      expect(await latest()).toBe('u1')
    })

    it('ends a session once, with its reason, and never reopens it', async () => {
      const { store } = current()
      const { company, signIn } = await openCompany()
      const { session } = admitted(await store.admit(company, signIn))

      const ended = await Promise.all([1, 2, 3].map(() => store.endSession(company, session.id, 'idle')))
      expect(ended.filter(Boolean)).toHaveLength(1)
      expect(await store.endSession(company, session.id, 'revoked')).toBe(false)
      expect(await store.endSession(company, 'unknown', 'revoked')).toBe(false)

      const again = admitted(await store.admit(company, signIn)).session
      expect(again).toMatchObject({ id: session.id, endReason: 'idle', endedAt: expect.any(Date) })
    })

    it('does not end a session named under another company', async () => {
      const { store } = current()
      const { company, signIn } = await openCompany()
      const foreign = await openCompany()
      const { session } = admitted(await store.admit(company, signIn))
      expect(await store.endSession(foreign.company, session.id, 'revoked')).toBe(false)
      expect(admitted(await store.admit(company, signIn)).session.endedAt).toBeNull()
    })

    it('reopens beside an ended session, and leaves a living one', async () => {
      const { store } = current()
      const { company, signIn } = await openCompany()
      const { session } = admitted(await store.admit(company, signIn))
      await store.reopen(company, signIn)
      expect(admitted(await store.admit(company, signIn)).session.id).toBe(session.id)

      await store.endSession(company, session.id, 'idle')
      await Promise.all([store.reopen(company, signIn), store.reopen(company, signIn)])
      const next = admitted(await store.admit(company, signIn)).session
      expect(next.id).not.toBe(session.id)
      expect(next.endedAt).toBeNull()
      expect(await store.endSession(company, next.id, 'signed_out')).toBe(true)
      expect(admitted(await store.admit(company, signIn)).session).toMatchObject({ id: next.id })
    })

    it('gives no access by reopening a foreign company', async () => {
      const { store } = current()
      const { signIn } = await openCompany()
      const foreign = await openCompany()
      await store.reopen(foreign.company, signIn)
      expect(await store.admit(foreign.company, signIn)).toBeNull()
    })

    it('opens no first session by a sign-in from before its user was signed out everywhere', async () => {
      const { store, advance } = current()
      const { company, newCompany } = await openCompany()
      const accountId = newCompany.users[1]?.accountId ?? ''
      const signIn = (authenticatedAt: Date) => ({ ...signInOf(accountId), authenticatedAt })
      const before = await store.now()
      await advance(1_000)
      const open = admitted(await store.admit(company, signInOf(accountId)))
      await store.write(company, anIntent(), {
        userIds: ['u2'],
        decide: () => ({
          changes: [{ kind: 'end_sessions', userId: 'u2', reason: 'revoked', except: open.session.id }],
          audit: [],
          answer: null,
        }),
      })
      expect(await store.admit(company, signIn(before))).toBeNull()
      expect(await store.isOutdated(company, signIn(before))).toBe(true)
      await advance(1_000)
      const after = await store.now()
      expect(await store.isOutdated(company, signIn(after))).toBe(false)
      expect(admitted(await store.admit(company, signIn(after))).session.endedAt).toBeNull()
      // Another user, another company and a stranger are not concerned.
      const other = { ...signInOf(newCompany.users[0]?.accountId ?? ''), authenticatedAt: before }
      expect(admitted(await store.admit(company, other)).session.endedAt).toBeNull()
      expect(await store.isOutdated(company, signInOf('a-stranger'))).toBe(false)
      expect(await store.isOutdated('c-unknown', signIn(before))).toBe(false)
    })

    it('still opens a first session after another one was idle, expired or signed out', async () => {
      const { store } = current()
      const { company, signIn } = await openCompany()
      for (const reason of ['idle', 'expired', 'signed_out'] as const) {
        const { session } = admitted(await store.admit(company, { ...signIn, id: `s-${randomUUID()}` }))
        await store.endSession(company, session.id, reason)
      }
      expect(admitted(await store.admit(company, signIn)).session.endedAt).toBeNull()
    })

    it('reports the session of a deleted user as ended, and lets no new one in', async () => {
      const { store } = current()
      const { company, newCompany } = await openCompany()
      const signIn = signInOf(newCompany.users[1]?.accountId ?? '')
      const { session } = admitted(await store.admit(company, signIn))
      await store.write(company, anIntent(), {
        userIds: ['u2'],
        decide: () => ({ changes: [{ kind: 'delete_user', userId: 'u2' }], audit: [], answer: null }),
      })

      const after = admitted(await store.admit(company, signIn))
      expect(after.user).toBeNull()
      expect(after.session).toMatchObject({ id: session.id, endReason: 'revoked' })
      await store.reopen(company, signIn)
      expect(admitted(await store.admit(company, signIn)).session.id).toBe(session.id)
      expect(await store.admit(company, signInOf(signIn.accountId))).toBeNull()
      expect(await store.companiesOf(signIn.accountId)).toEqual([])
      // A person who signs in again afterwards is as unknown as before.
      await current().advance(1_000)
      const again = { ...signInOf(signIn.accountId), authenticatedAt: await store.now() }
      expect(await store.admit(company, again)).toBeNull()
      const resumed = { ...signIn, authenticatedAt: again.authenticatedAt }
      await store.reopen(company, resumed)
      expect(admitted(await store.admit(company, resumed)).session.id).toBe(session.id)
      for (const ref of [signIn, again]) expect(await store.isOutdated(company, ref)).toBe(false)
    })
  })
}
