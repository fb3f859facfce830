import type { UserRecord } from '../ports/records.ts'
import type { MemoryUser } from './memory-user.ts'

/** A copy for callers, without the store's own columns; null for the deleted. */
export function toRecord(user: MemoryUser | undefined): UserRecord | null {
  if (!user || user.deletedAt) return null
  const { sortKey: _sortKey, searchText: _searchText, deletedAt: _deletedAt, ...record } = user
  return { ...record, teamIds: [...record.teamIds] }
}
