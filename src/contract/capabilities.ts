import { toEach } from '../base/to-each.ts'
import { userActs } from './user-acts.ts'
import type { UserSortKey } from './users-query.ts'

/** The capabilities that are on or off, as the backend of this repository announces them. */
export const backendFlags = {
  /** `search` in the list of users. */
  search: true,
  /** Windows centred on a user. */
  around: true,
  /** Reading a list from end to end with the `next` of each window. */
  cursor: true,
  /** Windows that hold ids only. */
  ids: true,
  /** Whether a user is online, away or offline. */
  presence: false,
  /** The company's change log. */
  events: true,
  /** The change log as a stream. */
  eventStream: true,
  ...toEach(userActs, true),
  /** The list of changes that were made to a user. */
  activity: true,
  /** Deleting a user. */
  deleteUsers: true,
  /** Changing many users in one run. */
  selections: true,
  /** Undoing deletions and runs. */
  undo: true,
  /** The list of users as a CSV file. */
  export: true,
  /** The company's invitations. */
  invitations: true,
  /** The number of seats, and how many are taken. */
  seats: true,
  /** Idle logout: the time that a session has left, and the company's policy. */
  idleLogout: true,
}

/** A capability that is on or off. */
export type CapabilityFlag = keyof typeof backendFlags

type Flags = { [Flag in keyof typeof backendFlags]: boolean }

/** What a server can do. A client sends only what is announced here, and shows only what is available. */
export interface Capabilities extends Flags {
  /** What the list of users can be sorted by. */
  sorts: (UserSortKey | (string & {}))[]
  /** What the list of users can be filtered by. */
  filters: ('role' | 'team' | (string & {}))[]
}

/** The same value for every flag. */
export const everyFlag = <Value>(value: Value) => toEach(backendFlags, value)

/** Every capability is off. Your own port turns on what it can do. */
export const noCapabilities: Capabilities = { sorts: [], filters: [], ...everyFlag(false) }
