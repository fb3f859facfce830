import type { UserSortKey } from '@aicx/roster/contract'

/** How many users there are. */
export const million = 1_000_000

/** Who stands at a place of an ascending order, as a place by name, and the way back. */
interface Order {
  at(place: number): number
  placeOf(index: number): number
}

/** Multiplying by one of these twice leads back to where it began, which makes a shuffle out of no array. */
const shuffle = { joined: 718_751, lastActive: 781_249 }

/** The orders of a million users, computed. The first by name joined first, and was here last. */
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
