import type { UserRecord } from '../ports/records.ts'
import type { MemoryUser } from './memory-user.ts'

/** A copy for callers, without the memory store's own fields. Null for a deleted user. */
export function toRecord(user: MemoryUser | undefined): UserRecord | null {
  if (!user || user.deletedAt) return null
  const { id, accountId, name, email, avatarUrl, roleId, teamIds, joinedAt, lastActiveAt, version, custom } =
    user
  return {
    id,
    accountId,
    name,
    email,
    ...(avatarUrl !== undefined && { avatarUrl }),
    roleId,
    teamIds: [...teamIds],
    joinedAt,
    lastActiveAt,
    version,
    ...(custom !== undefined && { custom }),
  }
}
