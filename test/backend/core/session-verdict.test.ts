import { expect, it } from 'vitest'
import type { Facts } from '../../../backend/core/ports/write.ts'
import { decideEndSessions } from '../../../backend/core/rules/decide-end-sessions.ts'
import { decideTeamsChange } from '../../../backend/core/rules/decide-teams-change.ts'
import { sessionVerdict, signInVerdict } from '../../../backend/core/rules/session-verdict.ts'
import { aCompany } from '../suite/a-company.ts'

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
  endedAt: null,
  endReason: null,
}
const admission = { session, user: user ?? null, catalogue, usersRevision: 0, now }

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

it('an actor who is gone is signed out, whatever they ask for', () => {
  const facts: Facts = {
    now,
    catalogue,
    actor: null,
    users: new Map(),
    gone: new Map(),
    selection: null,
    adminCount: 1,
    openSessions: new Map(),
    revision: 1,
  }
  const refused = { refused: { code: 'session_revoked' } }
  expect(decideEndSessions('u1', 'x')(facts, [])).toEqual(refused)
  expect(decideTeamsChange('u1', { add: ['unknown'], remove: [] })(facts, [])).toEqual(refused)
})
