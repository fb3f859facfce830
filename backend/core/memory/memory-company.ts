import { fold } from '../../../src/base/fold.ts'
import type { DomainRules } from '../../../src/contract/domain-rules.ts'
import { seededHistory } from '../invitations/seeded-history.ts'
import type { ChangeRecord } from '../ports/change-log.ts'
import type { IdlePolicy } from '../ports/idle.ts'
import type { Catalogue, Counts, SessionRecord } from '../ports/records.ts'
import type { NewCompany, SeededInvitation } from '../ports/store.ts'
import type { AuditRecord } from '../ports/write.ts'
import type { MemoryExport } from './memory-export.ts'
import type { MemoryInvitation, MemoryMail } from './memory-invitation.ts'
import type { MemorySelection } from './memory-selection.ts'
import type { Rows, UserTable } from './user-table.ts'

/** A write that was made for an intent, and what it returned. */
export interface KeptAnswer {
  fingerprint: string
  answer: unknown
  revision: number
  at: Date
}

/** A list in ascending order, and the state of the company that it is valid for. */
export interface OrderedList {
  stamp: string
  users: Rows
}

/** All that the memory store keeps of a company. */
export interface MemoryCompany {
  catalogue: Catalogue
  users: UserTable
  sessions: Map<string, SessionRecord>
  /** The newest session of each sign-in. */
  sessionBySignIn: Map<string, SessionRecord>
  /** By sign-in, the latest time when it ends, from its last request. */
  expiryBySignIn: Map<string, Date>
  holds: Map<string, { sessionId: string; until: Date }>
  idlePolicy: IdlePolicy
  /** By account, when its sessions were last revoked. */
  revokedAt: Map<string, Date>
  /** The accounts of people who left, by the keys of their addresses: who comes back has the same account. */
  leftAccounts: Map<string, string>
  revision: number
  usersRevision: number
  /** Incremented when a member is added or removed. */
  membership: number
  /** Incremented when a member's last activity changes. */
  activity: number
  changes: ChangeRecord[]
  /** The latest revision that the change log no longer holds. */
  forgotten: number
  audit: AuditRecord[]
  /** By intent, the oldest first. */
  answers: Map<string, KeptAnswer>
  /** The oldest first. */
  selections: Map<string, MemorySelection>
  exports: Map<string, MemoryExport>
  invitations: Map<string, MemoryInvitation>
  /** The oldest first. */
  mail: Map<string, MemoryMail>
  invitationsRevision: number
  /** Until when expired invitations were looked for. */
  lapsedUntil: Date
  domains: DomainRules
  /** The number of seats, or null for no limit. */
  seats: number | null
  /** The ids of members by the keys of their addresses, as long as nobody joins or leaves. */
  addresses?: { membership: number; byKey: Map<string, string> }
  /** Called after each change. */
  watchers: Set<() => void>
  counts?: { revision: number; value: Counts }
  /** The lists that were read last. */
  lists: Map<string, OrderedList>
}

/** A new company with these users. */
export function createMemoryCompany(
  { company, roles, teams, invitations = [], seats }: NewCompany,
  users: UserTable,
  idlePolicy: IdlePolicy,
  now: Date,
): MemoryCompany {
  return {
    catalogue: structuredClone({ company, roles, teams }),
    users,
    sessions: new Map(),
    sessionBySignIn: new Map(),
    expiryBySignIn: new Map(),
    holds: new Map(),
    idlePolicy,
    revokedAt: new Map(),
    leftAccounts: new Map(),
    revision: 0,
    usersRevision: 0,
    membership: 0,
    activity: 0,
    changes: [],
    forgotten: 0,
    audit: seededHistory(invitations),
    answers: new Map(),
    selections: new Map(),
    exports: new Map(),
    invitations: new Map(invitations.map((one) => [one.id, seeded(one)])),
    mail: new Map(),
    invitationsRevision: 0,
    lapsedUntil: now,
    domains: {},
    seats: seats ?? null,
    watchers: new Set(),
    lists: new Map(),
  }
}

const seeded = (invitation: SeededInvitation): MemoryInvitation => ({
  ...structuredClone(invitation),
  askedBy: invitation.invitedBy,
  end: null,
  version: '0',
  searchText: fold(invitation.email),
})
