import type { ChangeRecord } from '../ports/change-log.ts'
import type { IdlePolicy } from '../ports/idle.ts'
import type { Catalogue, Counts, SessionRecord } from '../ports/records.ts'
import type { AuditRecord } from '../ports/write.ts'
import type { MemoryExport } from './memory-export.ts'
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
  /** By sign-in, when it ends at the latest, as its last request named it. */
  expiryBySignIn: Map<string, Date>
  holds: Map<string, { sessionId: string; until: Date }>
  idlePolicy: IdlePolicy
  /** By account, when its sessions were last revoked. */
  revokedAt: Map<string, Date>
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
  /** Called after each change. */
  watchers: Set<() => void>
  counts?: { revision: number; value: Counts }
  /** The lists that were read last. */
  lists: Map<string, OrderedList>
}

/** A new company with these users. */
export function createMemoryCompany(
  { company, roles, teams }: Catalogue,
  users: UserTable,
  idlePolicy: IdlePolicy,
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
    revision: 0,
    usersRevision: 0,
    membership: 0,
    activity: 0,
    changes: [],
    forgotten: 0,
    audit: [],
    answers: new Map(),
    selections: new Map(),
    exports: new Map(),
    watchers: new Set(),
    lists: new Map(),
  }
}
