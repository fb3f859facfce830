import type { UserRecord } from '../ports/records.ts'

/** A user in memory. The object keeps its identity for life, so that cached lists see its changes. */
export interface MemoryUser extends UserRecord {
  sortKey: string
  searchText: string
  deletedAt: Date | null
}
