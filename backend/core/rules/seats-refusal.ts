import type { SeatsRecord } from '../ports/invitations.ts'
import type { Refusal } from '../ports/write.ts'

/** Refuses to take one more seat. A pending invitation takes one, and so does a user. `more` are taken already. */
export function seatsRefusal(seats: SeatsRecord | null, more = 0): Refusal | undefined {
  if (!seats || seats.used + seats.pending + more < seats.total) return undefined
  return { code: 'seats_full', reason: 'seats_full', params: { total: String(seats.total) } }
}
