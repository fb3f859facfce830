import type { RoleRecord, TeamRecord } from '../../backend/core/ports/records.ts'

const answering = ['view_livechats', 'manage_livechats', 'view_tickets', 'manage_tickets', 'view_contacts']
const watching = ['view_livechats', 'view_tickets', 'view_analytics']

const role = (
  id: string,
  name: string,
  description: string,
  permissions: string[],
  rest: Partial<RoleRecord> = {},
): RoleRecord => ({
  id,
  name,
  description,
  permissions,
  type: 'company',
  isDefault: false,
  isAdmin: false,
  ...rest,
})

const team = (id: string, name: string, ...roleIds: string[]): TeamRecord => ({ id, name, roleIds })

/** The roles of a mocked company. */
export const roles: RoleRecord[] = [
  role('admin', 'Admin', 'Everything, including plan and billing.', [], { isAdmin: true }),
  role('agent', 'Agent', 'Answers livechats and tickets of their teams.', answering, {
    type: 'team',
    isDefault: true,
  }),
  role('supervisor', 'Supervisor', 'Leads teams, sees every conversation and report.', [
    ...answering,
    'view_analytics',
  ]),
  role('billing', 'Billing', 'Plan, invoices and payment methods.', ['manage_billing', 'view_invoices']),
  role('people', 'People partner', 'Invites users, gives them roles and teams.', [
    'manage_users',
    'manage_teams',
  ]),
  role('quality', 'Quality coach', 'Reads conversations and coaches who answered.', watching, {
    type: 'team',
  }),
  role('night_lead', 'Night lead', 'Leads the night, and hands over in the morning.', [
    ...answering,
    'assign_livechats',
  ]),
  role('trainer', 'Assistant trainer', 'Writes what the AI assistants know and say.', [
    'view_livechats',
    'view_assistants',
    'manage_assistants',
    'manage_knowledge',
  ]),
]

/** How many of a hundred users have each role. */
export const roleShares: Record<string, number> = {
  admin: 1,
  agent: 76,
  supervisor: 8,
  billing: 2,
  people: 2,
  quality: 4,
  night_lead: 3,
  trainer: 4,
}

/** The teams of a mocked company, some of which have members via role. */
export const teams: TeamRecord[] = [
  team('emea', 'Support EMEA'),
  team('apac', 'Support APAC'),
  team('americas', 'Support Americas'),
  team('escalations', 'Escalations', 'supervisor'),
  team('billing_desk', 'Billing desk', 'billing'),
  team('night', 'Night shift', 'night_lead'),
  team('quality_circle', 'Quality circle', 'quality', 'trainer'),
  team('weekend', 'Weekend cover'),
  team('onboarding', 'Onboarding'),
]
