import type { UserSource } from '../../backend/core/memory/computed-users.ts'
import type { MemoryUser } from '../../backend/core/memory/memory-user.ts'
import { userOrder } from '../../backend/core/memory/user-order.ts'
import type { NewCompany } from '../../backend/core/ports/store.ts'
import { foldUser } from '../../src/base/fold.ts'

/** A source of the users of a company: a new object at each read, so that nothing can be kept in one. */
export function aSource({ users }: NewCompany): UserSource {
  const at = (index: number): MemoryUser => {
    const user = users[index]
    if (!user) throw new RangeError(`There is no user ${index}.`)
    return { ...user, teamIds: [...user.teamIds], ...foldUser(user), version: '0', deletedAt: null }
  }
  const indexWhere = (matches: (user: NewCompany['users'][number]) => boolean) => {
    const index = users.findIndex(matches)
    return index < 0 ? undefined : index
  }
  const indexes = users.map((_, index) => index)
  const inOrder = (sort: 'name' | 'joined' | 'lastActive') =>
    indexes.toSorted((a, b) => userOrder(sort).compare(at(a), at(b)))
  const orders = { name: inOrder('name'), joined: inOrder('joined'), lastActive: inOrder('lastActive') }
  return {
    count: users.length,
    at,
    indexOf: (id) => indexWhere((user) => user.id === id),
    indexOfAccount: (accountId) => indexWhere((user) => user.accountId === accountId),
    inOrder: (sort, place) => orders[sort][place] ?? 0,
  }
}
