import type { UserSortKey } from '@aicx/roster/contract'
import type { SortPosition } from '../ports/user-listing.ts'
import { compareBytes } from '../text/compare-bytes.ts'
import type { MemoryUser } from './memory-user.ts'

type Key = string | number

/** Users who were never active sort as the oldest. */
const never = Number.MIN_SAFE_INTEGER

const keys: Record<UserSortKey, (user: MemoryUser) => Key> = {
  name: (user) => user.sortKey,
  joined: (user) => user.joinedAt.getTime(),
  lastActive: (user) => user.lastActiveAt?.getTime() ?? never,
}

const compare = (a: Key, b: Key) =>
  typeof a === 'string' && typeof b === 'string' ? compareBytes(a, b) : Number(a) - Number(b)

/** An ascending order of users. Ties are sorted by id. */
export interface UserOrder {
  compare(a: MemoryUser, b: MemoryUser): number
  /** Compares a user with a position in the list. */
  compareTo(user: MemoryUser, place: SortPosition): number
  position(user: MemoryUser): SortPosition
}

/** The order by one key. */
export function userOrder(sort: UserSortKey): UserOrder {
  const key = keys[sort]
  const read = (text: string | null): Key => {
    if (sort === 'name') return text ?? ''
    return text === null ? never : Date.parse(text)
  }
  const write = (value: Key) => {
    if (typeof value === 'string') return value
    return value === never ? null : new Date(value).toISOString()
  }
  return {
    compare: (a, b) => compare(key(a), key(b)) || compareBytes(a.id, b.id),
    compareTo: (user, place) => compare(key(user), read(place.key)) || compareBytes(user.id, place.id),
    position: (user) => ({ key: write(key(user)), id: user.id }),
  }
}
