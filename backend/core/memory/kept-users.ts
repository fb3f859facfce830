import { foldUser } from '../../../src/base/fold.ts'
import type { NewCompany } from '../ports/store.ts'
import type { MemoryUser } from './memory-user.ts'
import { userOrder } from './user-order.ts'
import type { UserTable } from './user-table.ts'

/** Users as objects. Each object keeps its identity for life, so that cached lists see its changes. */
export function keptUsers(users: NewCompany['users']): UserTable {
  const rows = users.map(
    (user): MemoryUser => ({
      ...user,
      teamIds: [...user.teamIds],
      ...foldUser(user),
      version: '0',
      deletedAt: null,
    }),
  )
  const byId = new Map(rows.map((user) => [user.id, user]))
  const members = new Map(rows.map((user) => [user.accountId, user]))
  return {
    get: (id) => byId.get(id),
    member: (accountId) => members.get(accountId),
    sorted: (sort) => [...members.values()].sort(userOrder(sort).compare),
    add(user) {
      byId.set(user.id, user)
      members.set(user.accountId, user)
    },
    update(id, patch) {
      const user = byId.get(id)
      if (!user) return
      Object.assign(user, patch)
      if (user.deletedAt) members.delete(user.accountId)
      else members.set(user.accountId, user)
    },
  }
}
