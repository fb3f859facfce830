import { type Kysely, sql } from 'kysely'

const statements = [
  'create index sessions_by_sign_in on sessions (sign_in_id)',
  'create index sign_ins_by_end on sign_ins (least(ended_at, expires_at))',
]

/** Indexes by which the sessions of sign-ins that are long over are found, in all companies at once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
