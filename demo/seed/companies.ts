import type { RoleRecord, TeamRecord } from '../../backend/core/ports/records.ts'
import { type Dialogue, shopDialogues, travelDialogues } from './dialogues.ts'

/** The number of users with a role, besides the named accounts. */
type SeedRole = RoleRecord & { share: number }

/** A company to seed. */
export interface SeedCompany {
  id: string
  name: string
  /** The domain of its users' email addresses. */
  domain: string
  userCount: number
  /** The number of its first generated person. */
  firstPerson: number
  roles: SeedRole[]
  teams: TeamRecord[]
  dialogues: Dialogue[]
  /** The number of open conversations by channel, and of closed ones. */
  conversations: { email: number; livechat: number; ticket: number; closed: number }
}

const answering = ['view_livechats', 'manage_livechats', 'view_tickets', 'manage_tickets', 'view_contacts']
const watching = ['view_livechats', 'view_tickets', 'view_analytics']

const role = (
  id: string,
  name: string,
  description: string,
  share: number,
  permissions: string[],
  rest: Partial<RoleRecord> = {},
): SeedRole => ({
  id,
  name,
  description,
  share,
  permissions,
  type: 'company',
  isDefault: false,
  isAdmin: false,
  ...rest,
})

const team = (id: string, name: string, ...roleIds: string[]): TeamRecord => ({ id, name, roleIds })

const admin = (share: number) =>
  role('admin', 'Admin', 'Everything, including plan and billing.', share, [], { isAdmin: true })
const agent = (share: number) =>
  role('agent', 'Agent', 'Answers livechats and tickets of their teams.', share, answering, {
    type: 'team',
    isDefault: true,
  })
const supervisor = (share: number) =>
  role('supervisor', 'Supervisor', 'Leads teams, sees every conversation and report.', share, [
    ...answering,
    'view_analytics',
  ])

const acme: SeedCompany = {
  id: 'acme',
  name: 'Acme Support',
  domain: 'acme.example',
  userCount: 1_204,
  firstPerson: 0,
  roles: [
    admin(6),
    agent(880),
    supervisor(74),
    role('billing', 'Billing', 'Plan, invoices and payment methods.', 12, [
      'manage_billing',
      'view_invoices',
    ]),
    role('people', 'People partner', 'Invites users, gives them roles and teams.', 9, [
      'manage_users',
      'manage_teams',
    ]),
    role('night_lead', 'Night lead', 'Leads the night, and hands over in the morning.', 22, [
      ...answering,
      'view_analytics',
    ]),
    role('quality', 'Quality coach', 'Reads conversations and coaches who answered.', 31, watching, {
      type: 'team',
    }),
    role('trainer', 'Assistant trainer', 'Writes what the AI assistants know and say.', 27, [
      'view_livechats',
      'view_assistants',
      'manage_assistants',
      'manage_knowledge',
    ]),
    role('analyst', 'Analyst', 'Reads every report, and no conversation.', 18, ['view_analytics']),
    role(
      'seasonal',
      'Seasonal agent',
      'Answers livechats in the busy weeks.',
      108,
      ['view_livechats', 'manage_livechats'],
      { type: 'team' },
    ),
    role('auditor', 'Auditor', 'Sees everything, changes nothing.', 5, watching),
  ],
  teams: [
    team('emea', 'Support EMEA'),
    team('apac', 'Support APAC'),
    team('americas', 'Support Americas'),
    team('escalations', 'Escalations', 'supervisor'),
    team('billing_desk', 'Billing desk', 'billing'),
    team('night', 'Night shift', 'night_lead'),
    team('weekend', 'Weekend cover'),
    team('onboarding', 'Onboarding'),
    team('quality_circle', 'Quality circle', 'quality', 'trainer'),
    team('returns', 'Returns'),
    team('vip', 'Key customers'),
    team('peak', 'Peak season', 'seasonal'),
  ],
  dialogues: shopDialogues,
  conversations: { email: 12, livechat: 7, ticket: 18, closed: 160 },
}

const borealis: SeedCompany = {
  id: 'borealis',
  name: 'Borealis Travel',
  domain: 'borealis.example',
  userCount: 86,
  firstPerson: 1_500,
  roles: [
    admin(2),
    agent(62),
    supervisor(8),
    role('planner', 'Planner', 'Puts journeys together and keeps their documents.', 11, [
      'view_tickets',
      'manage_tickets',
    ]),
  ],
  teams: [
    team('north', 'Northern routes'),
    team('south', 'Southern routes'),
    team('emergency', 'Emergency line', 'supervisor'),
    team('groups', 'Group journeys', 'planner'),
  ],
  dialogues: travelDialogues,
  conversations: { email: 5, livechat: 3, ticket: 6, closed: 30 },
}

/** The companies of a new demo. */
export const companies = [acme, borealis]
