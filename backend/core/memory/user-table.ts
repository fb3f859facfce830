import type { UserSortKey } from '@aicx/roster/contract'
import type { MemoryUser } from './memory-user.ts'

/** Users in an order. An array is one. */
export interface Rows {
  readonly length: number
  at(index: number): MemoryUser | undefined
  filter(matches: (user: MemoryUser) => boolean): Rows
}

/** The users of a company in memory: kept as objects, or computed by their index. */
export interface UserTable {
  /** A user by id, the deleted included. */
  get(id: string): MemoryUser | undefined
  /** The member with an account. */
  member(accountId: string): MemoryUser | undefined
  /** All members in ascending order. */
  sorted(sort: UserSortKey): Rows
  /** Adds a member. */
  add(user: MemoryUser): void
  /** Changes a user. One with `deletedAt` is no longer a member. */
  update(id: string, patch: Partial<MemoryUser>): void
}
