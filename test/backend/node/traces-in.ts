import { sql } from 'kysely'
import type { Database } from '../../../backend/node/database/database.ts'

/** The rows of all tables that contain one of the words, in any case, as text. */
export async function tracesIn({ db }: Database, ...words: string[]): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select quote_ident(relname) as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r'`.execute(db)
  const traces: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(db)
    traces.push(...rows.map(({ row }) => `${name}: ${row}`))
  }
  return traces.filter((row) => words.some((word) => row.toLowerCase().includes(word)))
}
