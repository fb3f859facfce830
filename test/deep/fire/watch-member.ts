import type { Client } from '../../../scripts/backend/member.ts'

/** What a member saw of a backend. */
export interface Seen {
  times: number[]
  statuses: Map<number, number>
}

const team = (round: number) => (round % 2 ? { add: [], remove: ['night'] } : { add: ['night'], remove: [] })

/** Asks one after another for session, first page, activity and a change of teams, for a time in ms. */
export async function watchMember(client: Client, ms: number, user = 'u300'): Promise<Seen> {
  const seen: Seen = { times: [], statuses: new Map() }
  for (const end = performance.now() + ms; performance.now() < end; ) {
    const round = seen.times.length
    const kind = round % 4
    const answer =
      kind === 0
        ? await client.ask('/v1/session')
        : kind === 1
          ? await client.ask('/v1/users?limit=50')
          : kind === 2
            ? await client.ask(`/v1/users/${user}/activity`)
            : await client.ask(`/v1/users/${user}/teams`, {
                method: 'PATCH',
                body: team(Math.floor(round / 4)),
              })
    seen.times.push(answer.ms)
    seen.statuses.set(answer.status, (seen.statuses.get(answer.status) ?? 0) + 1)
  }
  return seen
}

/** The value below which a share of the times is, in ms. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Counts as `200 × 12, 503 × 3`. */
export const countsOf = (statuses: Map<number, number>) =>
  [...statuses]
    .sort(([a], [b]) => a - b)
    .map(([status, count]) => `${status} × ${count}`)
    .join(', ')

/** How many answers there were by status. */
export function statusesOf(answers: readonly { status: number }[]): Map<number, number> {
  const statuses = new Map<number, number>()
  for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1)
  return statuses
}
