import type { UserRecord } from '../../backend/core/ports/records.ts'
import { roleShares, teams } from '../people/catalogue.ts'
import { millionName } from './million-names.ts'
import { million, orders } from './million-orders.ts'

const day = 86_400_000
/** Milliseconds from one user's last activity to the next one's: all of them were here within 104 days. */
const activeEvery = 9_000
const joinedEvery = 90_000

const hat = Object.entries(roleShares).flatMap(([id, share]) => Array.from({ length: share }, () => id))

/** Spreads places, so that neighbours differ. */
const scatter = (index: number) => Math.imul(index + 1, 2_654_435_761) >>> 0

/** The role of the user at a place by name; the first is an admin. */
export const millionRole = (index: number): string =>
  index === 0 ? 'admin' : (hat[scatter(index) % hat.length] ?? 'agent')

/** Their teams: none, one or two. */
export function millionTeams(index: number): string[] {
  const chance = scatter(index + million)
  const first = teams[chance % teams.length]
  const second = teams[(chance >>> 8) % teams.length]
  const drawn = [first, second].slice(0, (chance >>> 16) % 3)
  return [...new Set(drawn.flatMap((team) => team?.id ?? []))]
}

/** The user at a place by name, computed. */
export function millionUser(index: number, now: number): UserRecord {
  const { name, email } = millionName(index)
  const id = millionId(index)
  const sinceJoined = (million - orders.joined.placeOf(index)) * joinedEvery
  const sinceActive = (million - 1 - orders.lastActive.placeOf(index)) * activeEvery
  return {
    id,
    accountId: `account-${id}`,
    name,
    email,
    roleId: millionRole(index),
    teamIds: millionTeams(index),
    joinedAt: new Date(now - 110 * day - sinceJoined),
    lastActiveAt: new Date(now - sinceActive),
    version: '0',
  }
}

/** Ids in the order of names. */
export const millionId = (index: number): string => `user-${String(index).padStart(7, '0')}`

/** The place of an id by name; undefined for an id of nobody. */
export function indexOfId(id: string): number | undefined {
  const [, digits] = /^user-(\d{7})$/.exec(id) ?? []
  const index = Number(digits ?? million)
  return index < million ? index : undefined
}
