import type { SortPosition, UserListing, UserPage } from '../../backend/core/ports/user-listing.ts'
import { teamMembership } from '../../backend/core/rules/team-membership.ts'
import { teams } from '../people/catalogue.ts'
import { millionName } from './million-names.ts'
import { million, orders } from './million-orders.ts'
import { indexOfId, millionRole, millionTeams, millionUser } from './million-user.ts'

/** A page of a million users, found by counting: no list of them is ever made. */
export function listMillion(listing: UserListing, now: number): UserPage {
  const { sort, descending, limit } = listing
  const order = orders[sort]
  const turned = (place: number) => (descending ? million - 1 - place : place)
  const matches = matcher(listing)
  const matchesAt = (place: number) => matches(order.at(turned(place)))
  const placeOf = (id: string) => {
    const index = indexOfId(id)
    return index === undefined || !matches(index) ? undefined : turned(order.placeOf(index))
  }
  const countBefore = (end: number) => {
    let count = 0
    for (let place = 0; place < end; place++) if (matchesAt(place)) count++
    return count
  }

  const total = countBefore(million)
  const { start, offset } = beginning(listing, total, placeOf, countBefore)
  const users = []
  let passed = 0
  for (let place = 0; place < million && users.length < limit; place++)
    if (matchesAt(place) && passed++ >= start) users.push(millionUser(order.at(turned(place)), now))
  const last = users.at(-1)
  const next = last && start + users.length < total ? position(sort, last) : undefined
  return { users, offset, total, revision: 0, ...(next && { next }) }
}

/** How many that match come before the page, and the offset to report. */
function beginning(
  { from, limit }: UserListing,
  total: number,
  placeOf: (id: string) => number | undefined,
  countBefore: (end: number) => number,
) {
  if ('after' in from) {
    const place = placeOf(from.after.id)
    return { start: place === undefined ? from.offset : countBefore(place + 1), offset: from.offset }
  }
  const place = 'around' in from ? placeOf(from.around) : undefined
  if (place === undefined) return { start: from.offset, offset: from.offset }
  const start = Math.max(0, Math.min(countBefore(place) - Math.floor(limit / 2), total - limit))
  return { start, offset: start }
}

/** Whether the user at a place by name is asked for. */
function matcher({ terms, roleIds, teamIds }: UserListing): (index: number) => boolean {
  const asked = teams.filter(({ id }) => teamIds.includes(id))
  const inTeam = (index: number) => {
    const user = { roleId: millionRole(index), teamIds: millionTeams(index) }
    return asked.some((team) => teamMembership(user, team))
  }
  const isFound = (index: number) => {
    const { sortKey, email } = millionName(index)
    return terms.every((term) => sortKey.includes(term) || email.includes(term))
  }
  return (index) =>
    (roleIds.length === 0 || roleIds.includes(millionRole(index))) &&
    (teamIds.length === 0 || inTeam(index)) &&
    (terms.length === 0 || isFound(index))
}

function position(
  sort: UserListing['sort'],
  { id, joinedAt, lastActiveAt }: UserPage['users'][number],
): SortPosition {
  if (sort === 'name') return { key: millionName(indexOfId(id) ?? 0).sortKey, id }
  const at = sort === 'joined' ? joinedAt : lastActiveAt
  return { key: at?.toISOString() ?? null, id }
}
