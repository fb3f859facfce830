import type { UserSource } from '../../backend/core/memory/computed-users.ts'
import { million, orders } from './million-orders.ts'
import { MillionUser } from './million-user.ts'

/** A million users, computed by their index in the order of names. */
export const millionUsers = (now: number): UserSource => ({
  count: million,
  at: (index) => new MillionUser(index, now),
  indexOf: (id) => indexIn(/^user-(\d{7})$/, id),
  indexOfAccount: (accountId) => indexIn(/^account-user-(\d{7})$/, accountId),
  inOrder: (sort, place) => orders[sort].at(place),
})

function indexIn(form: RegExp, text: string): number | undefined {
  const digits = form.exec(text)?.[1]
  return digits !== undefined && Number(digits) < million ? Number(digits) : undefined
}
