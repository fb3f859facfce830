import { describe, expect, it } from 'vitest'
import { firstIdlePolicy } from '../../../backend/core/memory/idle-policy.ts'
import type { Catalogue, UserRecord } from '../../../backend/core/ports/records.ts'
import type { Before, SelectionRecord, Turn } from '../../../backend/core/ports/selections.ts'
import type { Facts } from '../../../backend/core/ports/write.ts'
import { decideStep } from '../../../backend/core/rules/decide-step.ts'
import { productPermissions } from '../../../backend/core/rules/product-permissions.ts'
import { aCompany } from '../suite/a-company.ts'
import { noInvitations } from '../suite/no-invitations.ts'

const now = new Date('2026-03-14T09:00:00Z')
const { company, roles, teams } = aCompany([])
const chief = { ...roles[1], id: 'chief', name: 'Chief', permissions: productPermissions.map(({ id }) => id) }
const catalogue = { company, teams, roles: [...roles, chief] } as Catalogue

const user = (id: string, members: Partial<UserRecord> = {}): UserRecord => ({
  id,
  accountId: id,
  name: id,
  email: `${id}@acme.example`,
  roleId: 'agent',
  teamIds: [],
  joinedAt: now,
  lastActiveAt: null,
  version: '0',
  ...members,
})

const selection = (members: Partial<SelectionRecord> = {}): SelectionRecord => ({
  id: 's-1',
  resource: 'users',
  action: { kind: 'delete' },
  madeBy: { id: 'chief', name: 'The chief' },
  madeAt: now,
  begunAt: null,
  touchedAt: null,
  endedAt: null,
  isStopped: false,
  total: 2,
  allowed: 2,
  skipped: [],
  impact: [],
  position: 0,
  done: 0,
  failed: 0,
  partial: 0,
  undoable: 0,
  undoOf: null,
  undone: null,
  ...members,
})

const factsOf = (users: UserRecord[], members: Partial<Facts> = {}): Facts => ({
  now,
  catalogue,
  idlePolicy: firstIdlePolicy(60_000),
  actor: user('chief', { roleId: 'chief' }),
  users: new Map(users.map((one) => [one.id, one])),
  gone: new Map(),
  ...noInvitations(),
  selection: selection(),
  since: new Map(),
  adminCount: users.filter(({ roleId }) => roleId === 'admin').length,
  openSessions: new Map(),
  revision: 1,
  ...members,
})

const turn = (place: number, userId: string, roleId: string | null, before: Before | null = null): Turn => ({
  place,
  userId,
  roleId,
  before,
})

const decide = (facts: Facts, turns: Turn[], from = 0) => {
  const decision = decideStep(from, turns)(facts, productPermissions)
  const step = 'refused' in decision ? undefined : decision.selection
  const results = step?.kind === 'step' ? step.results : []
  return {
    refused: 'refused' in decision ? decision.refused : undefined,
    changes: 'refused' in decision ? [] : decision.changes,
    outcomes: results.map(({ userId, outcome, code, reason }) => [userId, outcome, code ?? reason]),
    results,
  }
}

describe('a step', () => {
  const admins = [user('a', { roleId: 'admin' }), user('b', { roleId: 'admin' })]
  const turns = [turn(0, 'a', 'admin'), turn(1, 'b', 'admin')]

  it('leaves the last Admin, whom the one before made the last', () => {
    expect(decide(factsOf(admins), turns).outcomes).toEqual([
      ['a', 'done', undefined],
      ['b', 'failed', 'last_admin'],
    ])
    const toAgent = selection({ action: { kind: 'changeRole', roleId: 'agent' } })
    expect(decide(factsOf(admins, { selection: toAgent }), turns).outcomes).toEqual([
      ['a', 'done', undefined],
      ['b', 'failed', 'last_admin'],
    ])
  })

  it('counts an Admin whom it makes', () => {
    const toAdmin = selection({ action: { kind: 'changeRole', roleId: 'admin' } })
    const facts = factsOf([user('c')], { selection: toAdmin, adminCount: 1 })
    expect(decide(facts, [turn(0, 'c', 'agent')]).changes).toEqual([
      { kind: 'set_role', userId: 'c', roleId: 'admin' },
    ])
  })

  it.each([
    ['someone else', factsOf(admins, { actor: user('b', { roleId: 'admin' }) }), 0, 'not_maker'],
    ['a position ahead', factsOf(admins), 1, 'selection_position'],
    [
      'a position behind',
      factsOf(admins, { selection: selection({ position: 1 }) }),
      0,
      'selection_position',
    ],
    ['one that has ended', factsOf(admins, { selection: selection({ endedAt: now }) }), 0, 'selection_ended'],
    [
      'one that was not begun in time',
      factsOf(admins, { selection: selection({ madeAt: new Date(now.getTime() - 16 * 60_000) }) }),
      0,
      'selection_expired',
    ],
    ['no selection', factsOf(admins, { selection: null }), 0, 'not_found'],
    ['a maker who lost the permission', factsOf(admins, { actor: user('chief') }), 0, 'missing_permission'],
  ])('of %s is refused', (_, facts, from, code) => {
    const { refused, changes } = decide(facts, turns, from)
    expect(refused?.code).toBe(code)
    expect(changes).toEqual([])
  })
})

describe('a step of an undo', () => {
  const deleted: Before = {
    kind: 'deleted',
    role: { id: 'reviewer', name: 'Reviewer' },
    teams: [
      { id: 'night', name: 'Night shift' },
      { id: 'south', name: 'South' },
    ],
    lastActiveAt: '2026-03-01T00:00:00.000Z',
  }
  const undoing = selection({ action: { kind: 'undo' }, undoOf: 's-0' })
  const gone = (members: object = {}) =>
    new Map([['ivo', { id: 'ivo', isErased: false, isBack: false, invitationId: null, ...members }]])

  it('restores with less where a role and a team are gone, and says so', () => {
    const { changes, results } = decide(factsOf([], { selection: undoing, gone: gone() }), [
      turn(0, 'ivo', null, deleted),
    ])
    expect(changes).toEqual([
      {
        kind: 'restore_user',
        userId: 'ivo',
        roleId: 'agent',
        teamIds: ['night'],
        lastActiveAt: '2026-03-01T00:00:00.000Z',
      },
    ])
    expect(results).toMatchObject([
      {
        outcome: 'partial',
        missing: [
          { kind: 'role', id: 'reviewer', name: 'Reviewer', replacedBy: { id: 'agent', name: 'Agent' } },
          { kind: 'team', id: 'south', name: 'South' },
        ],
      },
    ])
  })

  it.each([
    ['joined again', { isBack: true }, 'already_user'],
    ['was erased', { isErased: true }, 'erased'],
  ])('does not restore who %s', (_, members, code) => {
    const facts = factsOf([], { selection: undoing, gone: gone(members) })
    expect(decide(facts, [turn(0, 'ivo', null, deleted)]).outcomes).toEqual([['ivo', 'failed', code]])
    expect(decide(facts, [turn(0, 'ivo', null, deleted)]).changes).toEqual([])
  })

  it('does nothing for who is restored already', () => {
    const facts = factsOf([user('ivo')], { selection: undoing })
    expect(decide(facts, [turn(0, 'ivo', null, deleted)]).outcomes).toEqual([['ivo', 'done', 'already']])
  })

  it('leaves teams that someone has changed since', () => {
    const before: Before = {
      kind: 'teams',
      joined: [
        { id: 'night', name: 'Night shift' },
        { id: 'leads', name: 'Leads' },
      ],
      left: [{ id: 'chat', name: 'Chat' }],
    }
    const facts = factsOf([user('ivo', { teamIds: ['night'], roleId: 'manager' })], { selection: undoing })
    expect(decide(facts, [turn(0, 'ivo', null, before)]).changes).toEqual([
      { kind: 'change_teams', userId: 'ivo', add: ['chat'], remove: ['night'] },
    ])
  })

  it('of a change without anything to restore is over', () => {
    const facts = factsOf([user('ivo')], { selection: undoing })
    expect(decide(facts, [turn(0, 'ivo', null)]).outcomes).toEqual([['ivo', 'failed', 'undo_expired']])
  })
})
