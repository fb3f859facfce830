import type { UserSortKey } from '@aicx/roster/contract'
import type { UserRecord } from './records.ts'

/** Which users to list, in which order, and which page of them. */
export interface UserListing {
  /** Folded search terms. Each must occur in the name or the email. */
  terms: string[]
  roleIds: string[]
  teamIds: string[]
  sort: UserSortKey
  /** The exact reverse of ascending, including ties and users who were never active. */
  descending: boolean
  limit: number
  /**
   * Where the page starts: at an offset, around a user (with an offset to fall back to), or after a row. Around a user,
   * there are `limit / 2` rows (rounded down) before it, and the page stays full at both ends of the list.
   */
  from: { offset: number } | { around: string; offset: number } | { after: SortPosition; offset: number }
}

/** The position of a row in a sort: its sort key or RFC 3339 date in UTC (null for never active), and its id. */
export interface SortPosition {
  key: string | null
  id: string
}

/** A page of users. */
export interface UserPage extends ListPage {
  users: UserRecord[]
}

/** A page of the ids of users. */
export interface UserIdPage extends ListPage {
  ids: string[]
}

/** Where a page is in its list. */
export interface ListPage {
  offset: number
  total: number
  /** The revision of the users that the page shows. */
  revision: number
  /** The position of the last row, if more rows follow. */
  next?: SortPosition
}
