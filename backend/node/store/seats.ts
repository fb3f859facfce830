import { type RawBuilder, sql } from 'kysely'
import type { SeatsRecord } from '../../core/ports/invitations.ts'
import type { Change } from '../../core/ports/write.ts'
import { isPending } from './invitation-row.ts'
import { RevisionCache } from './revision-cache.ts'

/** The column of {@link Seats.columns}. */
export interface SeatsRow {
  /** Null without a limit. `used` is null if the known number of users is still right. */
  seats: { total: number; used: number | null; pending: number; countedAt: number } | null
}

/** The number of users at the revision at which one last joined or left. */
interface KnownUsers {
  revision: number
  value: number
}

/** The seats of companies. A company's users are counted once, since there may be a hundred thousand. */
export interface Seats {
  find(companyId: string): KnownUsers | undefined
  /** The seats of a company `c` at `clock.now`. */
  columns(known: KnownUsers | undefined): RawBuilder<unknown>
  /** The seats of a row. Keeps how many users were counted. */
  read(companyId: string, row: SeatsRow, known: KnownUsers | undefined): SeatsRecord | null
  /** Keeps the number of users after a write, which found `seats` under the company's lock. */
  keepAfter(companyId: string, seats: SeatsRecord | null, changes: readonly Change[], revision: number): void
}

const keptCompanies = 500

const gained: Partial<Record<Change['kind'], number>> = { add_user: 1, restore_user: 1, delete_user: -1 }

/** Creates seats without known numbers. */
export function createSeats(): Seats {
  const cache = new RevisionCache<number>(keptCompanies)
  return {
    find: (companyId) => cache.get(companyId),
    columns: (known) => sql`
      case when c.seats is not null then json_build_object(
        'total', c.seats,
        'countedAt', c.members_revision,
        'used', case when c.members_revision is distinct from ${known?.revision ?? null}::bigint then
          (select count(*)::int from users u where u.company_id = c.id and u.deleted_at is null) end,
        'pending', (select count(*)::int from invitations i where i.company_id = c.id and ${isPending})) end as seats`,
    read(companyId, { seats }, known) {
      if (!seats) return null
      const { total, pending, countedAt } = seats
      const used = seats.used ?? known?.value ?? 0
      cache.set(companyId, countedAt, used)
      return { total, used, pending }
    },
    keepAfter(companyId, seats, changes, revision) {
      const moves = changes.flatMap(({ kind }) => gained[kind] ?? [])
      if (seats && moves.length > 0)
        cache.set(
          companyId,
          revision,
          moves.reduce((a, b) => a + b, seats.used),
        )
    },
  }
}
