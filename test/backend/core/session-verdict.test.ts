import { expect, it } from 'vitest'
import { firstIdlePolicy } from '../../../backend/core/memory/idle-policy.ts'
import type { Facts } from '../../../backend/core/ports/write.ts'
import { decideEndSessions } from '../../../backend/core/rules/decide-end-sessions.ts'
import { decideTeamsChange } from '../../../backend/core/rules/decide-teams-change.ts'
import { sessionVerdict, signInVerdict } from '../../../backend/core/rules/session-verdict.ts'
import { aCompany } from '../suite/a-company.ts'
import { noInvitations } from '../suite/no-invitations.ts'

const now = new Date('2026-11-24T09:00:00.000Z')
const { company, roles, teams, users } = aCompany([{ id: 'u1', roleId: 'admin' }])
const catalogue = { company, roles, teams }
const user = users[0] && { ...users[0], version: '0' }
const signIn = { id: 's', accountId: 'a', authenticatedAt: now, expiresAt: new Date(now.getTime() + 1) }
const session = {
  id: 'x',
  signInId: 's',
  userId: 'u1',
  openedAt: now,
  seenAt: now,
  activityAt: now,
  reportedAt: null,
  heldUntil: null,
  endedAt: null,
  endReason: null,
}
const idlePolicy = firstIdlePolicy(60_000)
const admission = { session, idlePolicy, user: user ?? null, catalogue, usersRevision: 0, now }

it('a sign-in lasts until its limit, and not at it', () => {
  expect(signInVerdict(signIn, now)).toBeNull()
  expect(signInVerdict({ ...signIn, expiresAt: now }, now)).toBe('expired')
})

it('a session is over by its own end first, then by its user’s deletion, then by its sign-in', () => {
  const expired = { ...signIn, expiresAt: now }
  expect(sessionVerdict(admission, signIn)).toBeNull()
  expect(sessionVerdict(admission, expired)).toBe('expired')
  expect(sessionVerdict({ ...admission, user: null }, expired)).toBe('revoked')
  const ended = { ...session, endedAt: now, endReason: 'idle' as const }
  expect(sessionVerdict({ ...admission, user: null, session: ended }, expired)).toBe('idle')
  expect(sessionVerdict({ ...admission, session: { ...ended, endReason: null } }, signIn)).toBe('revoked')
})

it('a session is idle at the margin after its timeout, its hold or the notice of a new policy, whichever is last', () => {
  const minute = 60_000
  const policy = { ...idlePolicy, enabled: true, timeoutMinutes: 10 as const }
  const after = (ms: number) => new Date(now.getTime() + ms)
  const lasting = { ...signIn, expiresAt: after(1_000 * minute) }
  const verdictAt = (ms: number, members: { heldUntil?: Date; tightenedAt?: Date } = {}) =>
    sessionVerdict(
      {
        ...admission,
        now: after(ms),
        idlePolicy: { ...policy, tightenedAt: members.tightenedAt ?? null },
        session: { ...session, heldUntil: members.heldUntil ?? null },
      },
      lasting,
    )
  for (const [end, members] of [
    [10 * minute + 10_000, {}],
    [10 * minute + 10_000, { heldUntil: after(minute), tightenedAt: after(minute) }],
    [21 * minute + 10_000, { heldUntil: after(20 * minute) }],
    [22 * minute, { tightenedAt: after(20 * minute) }],
  ] as const) {
    expect(verdictAt(end - 1, members)).toBeNull()
    expect(verdictAt(end, members)).toBe('idle')
  }
  expect(sessionVerdict({ ...admission, now: after(99 * minute) }, lasting)).toBeNull()
})

it('a shortened minute leaves the host’s last calls all of it, up to three seconds', () => {
  const lasting = { ...signIn, expiresAt: new Date(now.getTime() + 3_600_000) }
  for (const [minuteMs, margin] of [
    [1_500, 1_500],
    [3_000, 3_000],
    [9_000, 3_000],
    [30_000, 5_000],
  ] as const) {
    const policy = { ...firstIdlePolicy(minuteMs), enabled: true, timeoutMinutes: 10 as const }
    const verdictAt = (ms: number) =>
      sessionVerdict({ ...admission, idlePolicy: policy, now: new Date(now.getTime() + ms) }, lasting)
    expect(verdictAt(10 * minuteMs + margin - 1)).toBeNull()
    expect(verdictAt(10 * minuteMs + margin)).toBe('idle')
  }
})

it('an actor who was deleted is signed out, whatever they request', () => {
  const facts: Facts = {
    now,
    catalogue,
    idlePolicy,
    actor: null,
    users: new Map(),
    gone: new Map(),
    ...noInvitations(),
    selection: null,
    since: new Map(),
    adminCount: 1,
    openSessions: new Map(),
    revision: 1,
  }
  const refused = { refused: { code: 'session_revoked' } }
  expect(decideEndSessions('u1', 'x')(facts, [])).toEqual(refused)
  expect(decideTeamsChange('u1', { add: ['unknown'], remove: [] })(facts, [])).toEqual(refused)
})
