import { fn } from 'storybook/test'
import type { InviteAddress } from '../../src/base/invite-address.ts'
import { isSendable } from '../../src/base/invite-address.ts'
import type { InviteDraftGroup, InviteFile } from '../../src/components/invite-user/invite-draft-group.ts'
import type { Role } from '../../src/contract/roles.ts'
import type { Team } from '../../src/contract/teams.ts'

/** An address that is sent, unless it is changed. */
export const address = (text: string, change: Partial<InviteAddress> = {}): InviteAddress => ({
  id: text,
  text,
  state: 'ready',
  ...change,
})

/** A draft of addresses in each state. */
const addresses: readonly InviteAddress[] = [
  address('lin.wei@acme.example'),
  address('joao.silva@acme.example'),
  address('maria.rossi@acme', { state: 'wrong', failure: { code: 'incomplete_domain' } }),
  address('zeynep.yilmaz@acme.example'),
  address('priya.raghunathan@acme.example', {
    state: 'known',
    failure: { code: 'already_user', params: { role: 'Billing' } },
    userId: 'user-3',
  }),
  address('k.novak@partners.example', {
    state: 'known',
    failure: { code: 'already_invited', params: { invitedAt: '2026-03-12T09:00:00Z' } },
    invitationId: 'invitation-1',
  }),
  address('oluwaseun.adeyemi@acme.example'),
  address('tom@throwaway.example', {
    state: 'wrong',
    failure: { code: 'domain_blocked', params: { rule: 'throwaway.example' } },
  }),
  address('lin.wei@acme.example', { id: 'again', state: 'twice', failure: { code: 'duplicate_email' } }),
]

/** Addresses that are all sent. */
export const manyAddresses = (count: number): InviteAddress[] =>
  Array.from({ length: count }, (_, index) => address(`person.${index + 1}@acme.example`))

/** An opened file with three columns, of which two lines were left out. */
export const file: InviteFile = {
  file: {
    name: 'new-agents.csv',
    encoding: 'UTF-16',
    delimiter: ';',
    hasHeader: true,
    rows: Array.from({ length: 214 }),
    columns: [
      {
        index: 0,
        name: 'Work email',
        samples: ['anna.berg@acme.example', 'bo.chen@acme.example', 'carla.diaz@acme.example'],
      },
      {
        index: 1,
        name: 'Manager',
        samples: ['lea.kim@acme.example', 'lea.kim@acme.example', 'tom.fox@acme.example'],
      },
      { index: 2, name: 'Name', samples: ['Anna Berg', 'Bo Chen', 'Carla Diaz'] },
    ],
  },
  column: 0,
  rowsRead: 212,
  named: [
    { line: 97, text: 'on parental leave', fault: 'missing_at' },
    { line: 152, text: 'Ida Lund;Support EMEA', fault: 'missing_cells', cells: { found: 2, expected: 4 } },
  ],
}

/** A draft whose functions are spies. */
export function inviteDraft(change: Partial<InviteDraftGroup> = {}): InviteDraftGroup {
  const all = change.addresses ?? []
  const ready = all.filter(isSendable).length
  return {
    addresses: all,
    ready,
    notSent: all.length - ready,
    text: '',
    tooMany: undefined,
    named: [],
    file: null,
    roleId: undefined,
    teamIds: [],
    message: '',
    result: null,
    sending: null,
    error: null,
    setText: fn(),
    addText: fn(),
    commitText: fn(),
    remove: fn(),
    edit: fn(),
    openFile: fn(),
    chooseColumn: fn(),
    removeFile: fn(),
    removeNamed: fn(),
    setRole: fn(),
    setTeams: fn(),
    setMessage: fn(),
    stop: fn(),
    ...change,
  }
}

const role = (id: string, name: string, description: string, change: Partial<Role> = {}): Role => ({
  id,
  name,
  description,
  type: 'company',
  permissions: [],
  isDefault: false,
  actions: { assign: { allowed: true } },
  ...change,
})

/** The roles of a company; one is the default, and one may not be given. */
const inviteRoles = {
  rows: [
    role('admin', 'Admin', 'Manages users and settings', {
      actions: { assign: { allowed: false, reason: 'role_exceeds_yours' } },
    }),
    role('supervisor', 'Supervisor', 'Sees all conversations'),
    role('agent', 'Agent', 'Replies to conversations', { isDefault: true }),
  ],
}

/** The teams of a company. */
const inviteTeams = {
  rows: ['Support EMEA', 'Onboarding', 'Night shift'].map(
    (name, index): Team => ({ id: `team-${index}`, name, roleIds: [] }),
  ),
}

/** A personal message. */
export const welcome = 'Welcome! Your first shift plan is in the Onboarding channel.'

/** Props of the open dialog, with a draft of addresses in each state. */
export const inviteDialog = {
  open: true,
  onOpenChange: fn(),
  onInvite: fn(),
  onOpenUser: fn(),
  onResend: fn(),
  companyName: 'Acme Support',
  roles: inviteRoles,
  teams: inviteTeams,
  draft: inviteDraft({ addresses, teamIds: ['team-0', 'team-1'], message: welcome }),
}
