import { type Kysely, sql } from 'kysely'

const statements = [
  'drop index changes_by_age',
  'create index changes_by_age on changes (at)',
  'drop index intents_by_age',
  'create index intents_by_age on intents (at)',
  'create index sessions_by_sign_in on sessions (sign_in_id)',
  'create index sign_ins_by_end on sign_ins (least(ended_at, expires_at))',
]

/** Indexes by age, by which what is outdated is found in all companies at once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
