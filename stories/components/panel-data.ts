import { roles as roleRecords, teams as teamRecords } from '../../mocks/people/catalogue.ts'
import type { ActivityEntry } from '../../src/contract/activity.ts'
import type { Permission } from '../../src/contract/permissions.ts'
import type { Role } from '../../src/contract/roles.ts'
import type { Team } from '../../src/contract/teams.ts'
import type { TeamRef, User } from '../../src/contract/users.ts'
import { user } from './people.ts'

const labels: Record<string, string> = {
  manage_users: 'Manage users',
  manage_teams: 'Manage teams',
  manage_billing: 'Manage plan & billing',
  view_invoices: 'View invoices',
  view_livechats: 'View livechats',
  manage_livechats: 'Manage livechats',
  assign_livechats: 'Assign livechats',
  view_tickets: 'View tickets',
  manage_tickets: 'Manage tickets',
  view_contacts: 'View contacts',
  view_analytics: 'View analytics',
  view_assistants: 'View AI assistants',
  manage_assistants: 'Manage AI assistants',
  manage_knowledge: 'Manage knowledge',
}

/** What a role may allow. */
export const permissions: Permission[] = Object.entries(labels).map(([id, label]) => ({
  id,
  label,
  kind: 'operational',
  group: '',
}))

/** The roles of a company; Admin holds everything. */
export const roles: Role[] = roleRecords.slice(0, 4).map(({ isAdmin, ...role }) => ({
  ...role,
  permissions: isAdmin ? Object.keys(labels) : role.permissions,
  actions: { assign: { allowed: true } },
}))

export const teams: Team[] = teamRecords

/** The roles, teams and permissions of the company, loaded. */
export const catalogue = {
  roles: { rows: roles },
  teams: { rows: teams },
  permissions: { rows: permissions },
}

/** A team of the user, by id. */
export function memberOf(id: string, how: Partial<TeamRef> = {}): TeamRef {
  const name = teams.find((team) => team.id === id)?.name ?? id
  return { id, name, direct: true, viaRole: false, ...how }
}

/** The billing clerk of the pictures. */
export const priya: User = user(5, {
  id: 'priya',
  name: 'Priya Raghunathan',
  email: 'priya.raghunathan@acme.example',
  role: { id: 'billing', name: 'Billing' },
  presence: 'away',
  joinedAt: '2025-09-09T08:00:00Z',
  teams: [memberOf('billing_desk', { direct: false, viaRole: true }), memberOf('onboarding')],
})

export const viewer = { id: 'amara', name: 'Amara Okafor' }

const onboarding = { id: 'onboarding', name: 'Onboarding' }

export const activity: ActivityEntry[] = [
  {
    id: 'a4',
    at: '2026-03-02T09:12:00Z',
    action: 'change_teams',
    actor: { kind: 'user', id: 'mateo', name: 'Mateo Fernández Ruiz' },
    before: { teams: [] },
    after: { teams: [onboarding] },
  },
  {
    id: 'a3',
    at: '2026-02-11T16:40:00Z',
    action: 'end_sessions',
    actor: { kind: 'user', id: 'mateo', name: 'Mateo Fernández Ruiz' },
  },
  {
    id: 'a2',
    at: '2026-01-14T10:00:00Z',
    action: 'set_role',
    actor: { kind: 'user', id: viewer.id, name: viewer.name },
    before: { role: { id: 'agent', name: 'Agent' } },
    after: { role: { id: 'billing', name: 'Billing' } },
  },
  {
    id: 'a1',
    at: '2025-09-09T08:00:00Z',
    action: 'something_new',
    actor: { kind: 'system', id: 'directory' },
  },
]

/** Someone changed the role two minutes ago. */
export const conflictingEntry: ActivityEntry = {
  id: 'a5',
  at: '2026-03-14T14:18:00Z',
  action: 'set_role',
  actor: { kind: 'user', id: 'lucia', name: 'Lucía Paredes' },
  before: { role: { id: 'billing', name: 'Billing' } },
  after: { role: { id: 'agent', name: 'Agent' } },
}
