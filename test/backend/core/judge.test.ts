import { describe, expect, it } from 'vitest'
import type { UserRecord } from '../../../backend/core/ports/records.ts'
import { judge } from '../../../backend/core/rules/judge.ts'
import type { Action } from '../../../src/contract/actions.ts'
import { aCompany } from '../suite/a-company.ts'

const product = [
  { id: 'manage_users', label: 'Manage users', kind: 'administrative' as const, group: 'Company' },
  { id: 'manage_billing', label: 'Manage plan & billing', kind: 'administrative' as const, group: 'Company' },
  { id: 'view_livechats', label: 'View livechats', kind: 'operational' as const, group: 'Livechats' },
]

const { company, teams, roles } = aCompany([])
const role = (id: string, permissions: string[]) => ({
  ...roles[1],
  id,
  name: id,
  permissions,
  isAdmin: false,
})
const catalogue = {
  company,
  teams,
  roles: [
    ...roles,
    role('owner', ['manage_users', 'manage_billing']),
    role('billing', ['manage_billing']),
    role('unlisted', ['manage_rockets']),
    role('chats', ['view_livechats']),
  ].map((one) => ({ description: '', type: 'company' as const, isDefault: false, ...one })),
}

const user = (id: string, roleId: string): UserRecord => ({
  id,
  accountId: id,
  name: id,
  email: '',
  roleId,
  teamIds: [],
  joinedAt: new Date(0),
  lastActiveAt: null,
  version: '0',
})

const rulesFor = (roleId: string) => judge({ viewer: user('me', roleId), catalogue, product })
const reason = (action: Action) => (action.allowed ? 'allowed' : action.reason)

/** The verdict on delete, role, teams and sessions of a user. */
const judged = (viewerRole: string, target: UserRecord, adminCount = 2) => {
  const actions = rulesFor(viewerRole).user(target, adminCount)
  return [actions.delete, actions.changeRole, actions.changeTeams, actions.endSessions].map(reason)
}

const all = (word: string) => [word, word, word, word]

describe('judge', () => {
  it.each([
    ['an admin over an agent', judged('admin', user('you', 'agent')), all('allowed')],
    ['an admin over another admin', judged('admin', user('you', 'admin')), all('allowed')],
    ['a manager over an agent', judged('manager', user('you', 'chats')), all('allowed')],
    ['a manager over a manager', judged('manager', user('you', 'manager')), all('allowed')],
    ['a manager over billing', judged('manager', user('you', 'billing')), all('role_exceeds_yours')],
    ['a manager over an admin', judged('manager', user('you', 'admin')), all('role_exceeds_yours')],
    [
      'a manager over an unlisted permission',
      judged('manager', user('you', 'unlisted')),
      all('role_exceeds_yours'),
    ],
    ['an admin over an unlisted permission', judged('admin', user('you', 'unlisted')), all('allowed')],
    ['an agent over an agent', judged('agent', user('you', 'agent')), all('missing_permission')],
    ['an agent over themself', judged('agent', user('me', 'agent')), all('missing_permission')],
    ['a viewer without a known role', judged('vanished', user('you', 'agent')), all('missing_permission')],
    ['anyone over a user without a known role', judged('manager', user('you', 'vanished')), all('allowed')],
    [
      'a manager over themself',
      judged('manager', user('me', 'manager')),
      ['self', 'allowed', 'allowed', 'allowed'],
    ],
    [
      'one of two admins over themself',
      judged('admin', user('me', 'admin')),
      ['self', 'allowed', 'allowed', 'allowed'],
    ],
    [
      'the last admin over themself',
      judged('admin', user('me', 'admin'), 1),
      ['self', 'last_admin', 'allowed', 'allowed'],
    ],
    ['the only admin over an agent', judged('admin', user('you', 'agent'), 1), all('allowed')],
    [
      'the only admin over a user without a role',
      judged('admin', user('you', 'vanished'), 0),
      all('allowed'),
    ],
    [
      'an owner over the last admin',
      judged('owner', user('you', 'admin'), 1),
      ['last_admin', 'last_admin', 'allowed', 'allowed'],
    ],
  ])('decides for %s', (_case, verdict, expected) => {
    expect(verdict).toEqual(expected)
  })

  it.each([
    ['admin', ['admin', 'manager', 'agent', 'owner', 'billing', 'unlisted', 'chats']],
    ['owner', ['admin', 'manager', 'agent', 'owner', 'billing', 'chats']],
    ['manager', ['manager', 'agent', 'chats']],
    ['billing', []],
    ['agent', []],
  ])('lets %s assign no role with an administrative permission that they lack', (viewerRole, expected) => {
    const rules = rulesFor(viewerRole)
    const assignable = catalogue.roles.filter((one) => rules.role(one).assign.allowed)
    expect(assignable.map(({ id }) => id)).toEqual(expected)
  })

  it('says which permission is lacked', () => {
    expect(rulesFor('agent').viewer().manageUsers).toEqual({
      allowed: false,
      reason: 'missing_permission',
      params: { permission: 'Manage users', permissionId: 'manage_users' },
    })
    expect(rulesFor('manager').user(user('you', 'billing'), 2).delete).toEqual({
      allowed: false,
      reason: 'role_exceeds_yours',
      params: { role: 'billing', permission: 'Manage plan & billing', permissionId: 'manage_billing' },
    })
    expect(rulesFor('manager').permitted('manage_rockets')).toMatchObject({
      params: { permission: 'manage_rockets' },
    })
  })
})
