import { foldUser } from '../../../src/base/fold.ts'
import type { ChangeRecord } from '../ports/change-log.ts'
import type { Catalogue, SessionRecord } from '../ports/records.ts'
import type { NewCompany } from '../ports/store.ts'
import type { AuditRecord } from '../ports/write.ts'
import type { MemoryUser } from './memory-user.ts'

/** An intent that was carried out, and what it answered. */
export interface KeptAnswer {
  fingerprint: string
  answer: unknown
  revision: number
  at: Date
}

/** A list in ascending order, and the state of the company that it is valid for. */
export interface OrderedList {
  stamp: string
  users: MemoryUser[]
}

/** All that the memory store keeps of a company. */
export interface MemoryCompany {
  catalogue: Catalogue
  /** By id, the deleted included. */
  users: Map<string, MemoryUser>
  /** The living, by account. */
  members: Map<string, MemoryUser>
  sessions: Map<string, SessionRecord>
  /** The newest session of each sign-in. */
  sessionBySignIn: Map<string, SessionRecord>
  revision: number
  usersRevision: number
  /** Raised when anyone joins or leaves. */
  membership: number
  /** Raised when anyone's last activity moves. */
  activity: number
  changes: ChangeRecord[]
  /** The latest revision that the change log no longer holds. */
  forgotten: number
  audit: AuditRecord[]
  /** By intent, the oldest first. */
  answers: Map<string, KeptAnswer>
  /** Who wants to know of changes. */
  watchers: Set<() => void>
  /** The lists that were read last. */
  lists: Map<string, OrderedList>
}

/** The company as it is founded. */
export function createMemoryCompany({ company, roles, teams, users }: NewCompany): MemoryCompany {
  const living = users.map(
    (user): MemoryUser => ({
      ...user,
      teamIds: [...user.teamIds],
      ...foldUser(user),
      version: '0',
      deletedAt: null,
    }),
  )
  return {
    catalogue: structuredClone({ company, roles, teams }),
    users: new Map(living.map((user) => [user.id, user])),
    members: new Map(living.map((user) => [user.accountId, user])),
    sessions: new Map(),
    sessionBySignIn: new Map(),
    revision: 0,
    usersRevision: 0,
    membership: 0,
    activity: 0,
    changes: [],
    forgotten: 0,
    audit: [],
    answers: new Map(),
    watchers: new Set(),
    lists: new Map(),
  }
}
