import type { UserRecord } from './records.ts'
import type { UserListing } from './user-listing.ts'
import type { Intent } from './write.ts'

/** How far an export is. */
export interface ExportProgress {
  done: boolean
  rows: number
  bytes: number
}

/** Users of a page. */
export const exportPageRows = 1_000

/** How many exports of one user keep their ids. An older export is stopped. */
export const exportsEach = 5

/** Exports of the list of users. An export doesn't hold a connection between two pages. */
export interface ExportStore {
  /** Stores the ids of a list in its order, with one statement and an audit entry. */
  begin(
    companyId: string,
    id: string,
    listing: Omit<UserListing, 'limit' | 'from'>,
    by: Pick<Intent, 'actor' | 'requestId'>,
  ): Promise<{ total: number }>
  /** The users of a page of ids, without those who were deleted since. Null if the ids were deleted. */
  page(companyId: string, id: string, page: number): Promise<UserRecord[] | null>
  /** Stores how far an export got, and deletes its ids. */
  end(companyId: string, id: string, progress: ExportProgress): Promise<void>
  /** How far an export got. Null for an unknown one. */
  find(companyId: string, id: string): Promise<(ExportProgress & { madeBy: string }) | null>
}
