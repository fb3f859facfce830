import type { UserListing, UserPage } from '../ports/user-listing.ts'
import { countWhile } from './count-while.ts'
import type { MemoryCompany } from './memory-company.ts'
import { orderedUsers } from './ordered-users.ts'
import { toRecord } from './to-record.ts'
import { userOrder } from './user-order.ts'
import type { Rows } from './user-table.ts'

/** A page of the company's users. */
export function listUsers(company: MemoryCompany, listing: UserListing): UserPage {
  const { limit, descending, sort } = listing
  const ascending = orderedUsers(company, listing)
  const total = ascending.length
  const { start, offset } = beginning(company, listing, ascending)
  const end = Math.max(start, Math.min(start + limit, total))
  const rows = Array.from({ length: end - start }, (_, index) => {
    const place = start + index
    return ascending.at(descending ? total - 1 - place : place)
  })
  const last = rows.at(-1)
  return {
    users: rows.flatMap((user) => toRecord(user) ?? []),
    offset,
    total,
    revision: company.usersRevision,
    ...(last && end < total && { next: userOrder(sort).position(last) }),
  }
}

/** The index of the first row as the listing counts, and the offset to report. */
function beginning(company: MemoryCompany, listing: UserListing, ascending: Rows) {
  const { from, limit, descending, sort } = listing
  const total = ascending.length
  const order = userOrder(sort)
  if ('after' in from) {
    const first = countWhile(total, (index) => {
      const user = ascending.at(index)
      const side = user ? order.compareTo(user, from.after) : 1
      return descending ? side < 0 : side <= 0
    })
    return { start: descending ? total - first : first, offset: from.offset }
  }
  const anchor = 'around' in from ? company.users.get(from.around) : undefined
  if (anchor) {
    const index = countWhile(total, (index) => {
      const user = ascending.at(index)
      return user !== undefined && order.compare(user, anchor) < 0
    })
    const place = descending ? total - 1 - index : index
    const offset = Math.max(0, Math.min(place - Math.floor(limit / 2), total - limit))
    if (ascending.at(index)?.id === anchor.id) return { start: offset, offset }
  }
  return { start: from.offset, offset: from.offset }
}
