import type { UserSortKey } from '@aicx/roster/contract'
import type { NewCompany } from '../ports/store.ts'
import { countWhile } from './count-while.ts'
import type { MemoryUser } from './memory-user.ts'
import { userOrder } from './user-order.ts'
import type { Rows, UserTable } from './user-table.ts'

/** Users that are computed when they are read, each by its index from 0. */
export interface UserSource {
  count: number
  /** The user at an index, always the same. Fields that cost time to compute may be getters. */
  at(index: number): MemoryUser
  indexOf(id: string): number | undefined
  indexOfAccount(accountId: string): number | undefined
  /** The index of the user at a place of an ascending order, ties by id. */
  inOrder(sort: UserSortKey, place: number): number
}

/** The users of a source, except for those that differ from it. Only these, and those changed later, are kept. */
export function computedUsers(source: UserSource, differing: NewCompany['users']): UserTable {
  const changed = new Map<number, MemoryUser>()
  /** Users who are no longer where the source's order by last activity has them. */
  const moved = new Set<number>()
  /** The indexes of users who were added, behind those of the source, by id. */
  const added = new Map<string, number>()
  const indexOf = (id: string) => source.indexOf(id) ?? added.get(id)
  const at = (index: number) => changed.get(index) ?? source.at(index)
  const find = (index: number | undefined) => (index === undefined ? undefined : at(index))

  const rows = (indexes: Uint32Array): Rows => ({
    length: indexes.length,
    at: (place) => find(indexes.at(place)),
    filter: (matches) => rows(indexes.filter((index) => matches(at(index)))),
  })

  function sorted(sort: UserSortKey): Rows {
    const everyone = Uint32Array.from({ length: source.count }, (_, place) => source.inOrder(sort, place))
    const isGone = (index: number) => Boolean(changed.get(index)?.deletedAt)
    const isMoved = (index: number) => sort === 'lastActive' && moved.has(index)
    const inPlace =
      changed.size > 0 ? everyone.filter((index) => !isGone(index) && !isMoved(index)) : everyone
    const elsewhere = new Set([...added.values(), ...(sort === 'lastActive' ? moved : [])])
    const living = [...elsewhere].filter((index) => !isGone(index))
    return rows(living.reduce<Uint32Array>((indexes, index) => inserted(indexes, index, sort), inPlace))
  }

  /** The indexes in an order, with one more in its place. */
  function inserted(indexes: Uint32Array, index: number, sort: UserSortKey): Uint32Array {
    const { compare } = userOrder(sort)
    const user = at(index)
    const place = countWhile(indexes.length, (place) => compare(at(indexes[place] ?? 0), user) < 0)
    const more = new Uint32Array(indexes.length + 1)
    more.set(indexes.subarray(0, place))
    more[place] = index
    more.set(indexes.subarray(place), place + 1)
    return more
  }

  function update(id: string, patch: Partial<MemoryUser>) {
    const index = indexOf(id)
    if (index === undefined) return
    changed.set(index, { ...copyOf(at(index)), ...patch })
    if (patch.lastActiveAt !== undefined) moved.add(index)
  }
  for (const user of differing) update(user.id, user)

  return {
    get: (id) => find(indexOf(id)),
    member(accountId) {
      const known = [source.indexOfAccount(accountId), ...added.values()].map(find)
      return known.find((user) => user?.accountId === accountId && !user.deletedAt)
    },
    sorted,
    add(user) {
      const index = source.count + added.size
      added.set(user.id, index)
      changed.set(index, user)
    },
    update,
  }
}

/** A user with each field as a value. */
function copyOf(user: MemoryUser): MemoryUser {
  const { id, accountId, name, email, avatarUrl, roleId, teamIds, joinedAt, lastActiveAt, version } = user
  const { custom, sortKey, searchText, deletedAt } = user
  const optional = { ...(avatarUrl !== undefined && { avatarUrl }), ...(custom && { custom }) }
  const fixed = { id, accountId, name, email, joinedAt, sortKey, searchText }
  return { ...fixed, ...optional, roleId, teamIds, lastActiveAt, version, deletedAt }
}
