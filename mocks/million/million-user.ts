import type { MemoryUser } from '../../backend/core/memory/memory-user.ts'
import { roleShares, teams } from '../people/catalogue.ts'
import { millionName } from './million-names.ts'
import { million, orders } from './million-orders.ts'

const day = 86_400_000
/** Milliseconds between the last activity of one user and the next. All were active within 104 days. */
const activeEvery = 9_000
const joinedEvery = 90_000

const hat = Object.entries(roleShares).flatMap(([id, share]) => Array.from({ length: share }, () => id))

const teamIds = teams.map(({ id }) => id)

/** Spreads indexes, so that neighbours differ. */
const scatter = (index: number) => Math.imul(index + 1, 2_654_435_761) >>> 0

/** The user at an index. Each field is computed when it is read, since counting a million reads two of them. */
export class MillionUser implements MemoryUser {
  readonly version = '0'
  readonly deletedAt = null
  readonly #index: number
  readonly #now: number

  constructor(index: number, now: number) {
    this.#index = index
    this.#now = now
  }

  /** Ids are in the order of names. */
  get id() {
    return `user-${String(this.#index).padStart(7, '0')}`
  }

  get accountId() {
    return `account-${this.id}`
  }

  get name() {
    return millionName(this.#index).name
  }

  get email() {
    return millionName(this.#index).email
  }

  get sortKey() {
    return millionName(this.#index).sortKey
  }

  get searchText() {
    const { sortKey, email } = millionName(this.#index)
    return `${sortKey} ${email}`
  }

  /** The first is an admin. */
  get roleId() {
    return this.#index === 0 ? 'admin' : (hat[scatter(this.#index) % hat.length] ?? 'agent')
  }

  /** None, one or two. */
  get teamIds() {
    const chance = scatter(this.#index + million)
    const first = teamIds[chance % teamIds.length]
    const second = teamIds[(chance >>> 8) % teamIds.length]
    const count = (chance >>> 16) % 3
    if (count === 0 || first === undefined || second === undefined) return []
    return count === 1 || first === second ? [first] : [first, second]
  }

  get joinedAt() {
    const sinceJoined = (million - orders.joined.placeOf(this.#index)) * joinedEvery
    return new Date(this.#now - 110 * day - sinceJoined)
  }

  get lastActiveAt() {
    const sinceActive = (million - 1 - orders.lastActive.placeOf(this.#index)) * activeEvery
    return new Date(this.#now - sinceActive)
  }
}
