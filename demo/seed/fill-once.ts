import { type Kysely, sql } from 'kysely'
import type { DemoSchema } from '../server/conversations/tables.ts'
import { type SeedTarget, seed } from './seed.ts'

type Progress = 'untouched' | 'begun' | 'finished'

/** Records how far the demo has filled a database. A company without a record wasn't made by the demo. */
async function progressOf(db: Kysely<DemoSchema>): Promise<Progress> {
  const { rows } = await sql<{ begun: boolean; finished: boolean; companies: boolean }>`
    select exists (select from demo_filling) as begun, exists (select from demo_filling where finished) as finished,
      exists (select from companies) as companies
  `.execute(db)
  const [found] = rows
  if (found?.begun) return found.finished ? 'finished' : 'begun'
  return found?.companies ? 'finished' : 'untouched'
}

/** Fills an empty database, and continues where an earlier start was interrupted. */
export async function fillOnce(target: SeedTarget, now: Date): Promise<void> {
  const { db } = target
  await sql`create table if not exists demo_filling (finished boolean not null)`.execute(db)
  const progress = await progressOf(db)
  if (progress === 'finished') return
  console.log('Filling the empty database …')
  if (progress === 'untouched') await sql`insert into demo_filling values (false)`.execute(db)
  await seed(target, now)
  await sql`update demo_filling set finished = true`.execute(db)
}
