import type { UserSortKey } from '@aicx/roster/contract'
import type { UserRecord } from './records.ts'

/** Which users, in which order, and which stretch of them. */
export interface UserListing {
  /** Folded terms, each of which must occur in name or email. */
  terms: string[]
  roleIds: string[]
  teamIds: string[]
  sort: UserSortKey
  /** The exact mirror of ascending, ties by id and the never active included. */
  descending: boolean
  limit: number
  /**
   * Where to begin: a position, a user to centre on with a position to fall back to, or behind a row.
   * Centred, the user has `limit / 2` rows (rounded down) before it, and the page stays full at both ends of the list.
   */
  from: { offset: number } | { around: string; offset: number } | { after: SortPosition; offset: number }
}

/** The place of a row in a sort: its sort key or RFC 3339 instant in UTC (null for never active), and its id. */
export interface SortPosition {
  key: string | null
  id: string
}

export interface UserPage {
  users: UserRecord[]
  offset: number
  total: number
  /** The users' revision that the page was read at. */
  revision: number
  /** The place of the last row, where more follow. */
  next?: SortPosition
}
