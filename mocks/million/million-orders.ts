import type { UserSortKey } from '@aicx/roster/contract'

/** How many users there are. */
export const million = 1_000_000

/** Maps places of an ascending order to indexes, which are places by name, and back. */
interface Order {
  at(place: number): number
  placeOf(index: number): number
}

/** Factors that are their own inverse modulo a million. Multiplying by one shuffles without an array, twice restores. */
const shuffle = { joined: 718_751, lastActive: 781_249 }

/** The orders of a million users, computed. The first user by name joined first and was active last. */
export const orders: Record<UserSortKey, Order> = {
  name: { at: (place) => place, placeOf: (index) => index },
  joined: {
    at: (place) => (place * shuffle.joined) % million,
    placeOf: (index) => (index * shuffle.joined) % million,
  },
  lastActive: {
    at: (place) => ((place + 1) * shuffle.lastActive) % million,
    placeOf: (index) => ((index * shuffle.lastActive) % million || million) - 1,
  },
}
