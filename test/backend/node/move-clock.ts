import { sql } from 'kysely'
import type { Database } from '../../../backend/node/database/database.ts'

/** Moves a database's clock by replacing the function that every statement asks. */
export function moveClock({ db }: Database) {
  let offset = 0
  return async function advance(ms: number) {
    offset += ms
    await sql
      .raw(
        `create or replace function roster_now() returns timestamptz language sql volatile as
          $$ select date_trunc('milliseconds', clock_timestamp() + interval '${offset} milliseconds') $$`,
      )
      .execute(db)
  }
}
