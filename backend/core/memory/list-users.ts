import type { UserListing, UserPage } from '../ports/user-listing.ts'
import type { MemoryCompany } from './memory-company.ts'
import type { MemoryUser } from './memory-user.ts'
import { orderedUsers } from './ordered-users.ts'
import { toRecord } from './to-record.ts'
import { userOrder } from './user-order.ts'

/** A page of the company's users. */
export function listUsers(company: MemoryCompany, listing: UserListing): UserPage {
  const ascending = orderedUsers(company, listing)
  const total = ascending.length
  const { start, offset } = beginning(company, listing, ascending)
  const end = Math.min(start + listing.limit, total)
  const rows = listing.descending
    ? ascending.slice(total - end, Math.max(total - start, 0)).reverse()
    : ascending.slice(start, end)
  const last = rows.at(-1)
  return {
    users: rows.flatMap((user) => toRecord(user) ?? []),
    offset,
    total,
    revision: company.usersRevision,
    ...(last && end < total && { next: userOrder(listing.sort).position(last) }),
  }
}

/** The index of the first row as the listing counts, and the offset to report. */
function beginning(company: MemoryCompany, listing: UserListing, ascending: MemoryUser[]) {
  const { from, limit, descending, sort } = listing
  const total = ascending.length
  if ('after' in from) {
    const order = userOrder(sort)
    const first = partition(ascending, (user) => {
      const side = order.compareTo(user, from.after)
      return descending ? side < 0 : side <= 0
    })
    return { start: descending ? total - first : first, offset: from.offset }
  }
  if ('around' in from) {
    const anchor = company.users.get(from.around)
    const index = anchor ? ascending.indexOf(anchor) : -1
    const place = descending ? total - 1 - index : index
    const offset = Math.max(0, Math.min(place - Math.floor(limit / 2), total - limit))
    if (index >= 0) return { start: offset, offset }
  }
  return { start: from.offset, offset: from.offset }
}

/** How many leading items pass, where all that pass come first. */
function partition<Item>(items: Item[], passes: (item: Item) => boolean): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && passes(item)) low = middle + 1
    else high = middle
  }
  return low
}
