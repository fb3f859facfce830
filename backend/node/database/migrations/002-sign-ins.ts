import { type Kysely, sql } from 'kysely'

const statements = [
  'alter table sign_ins add column authenticated_at timestamptz(3)',
  'update sign_ins set authenticated_at = created_at',
  'alter table sign_ins alter column authenticated_at set not null',
  `create table session_ends (
    company_id text collate "C" not null references companies,
    account_id text collate "C" not null,
    at timestamptz(3) not null,
    primary key (company_id, account_id)
  )`,
]

/** When the password of a sign-in was last entered, and when an account's sessions in a company were last ended. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
