import { type Kysely, sql } from 'kysely'
import type { Database } from './database.ts'
import { passing } from './passing.ts'
import type { Schema } from './schema.ts'

/** Indexes of tables that grow with the use of the product, by name. */
const indexes: Record<string, string> = {
  sessions_by_sign_in: 'sessions (sign_in_id)',
  sign_ins_by_end: 'sign_ins (least(ended_at, expires_at))',
  invitation_mail_by_recipient: 'invitation_mail (email_key, sent_at)',
  invitations_open_by_expiry: 'invitations (company_id, expires_at) where ended_as is null',
}

/** How long a build waits for transactions that began before it, in ms. */
const patience = 60_000

const lock = sql`hashtext('roster indexes')`

type Connection = Kysely<Schema>

async function missing(db: Connection): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_index x join pg_class c on c.oid = x.indexrelid
    where c.relnamespace = current_schema()::regnamespace and x.indisvalid
      and c.relname = any(${Object.keys(indexes)})`.execute(db)
  const valid = new Set(rows.map(({ name }) => name))
  return Object.keys(indexes).filter((name) => !valid.has(name))
}

/** Builds an index while its table is written. What an interrupted build left is replaced. */
async function buildOne(db: Connection, name: string) {
  await sql`drop index concurrently if exists ${sql.id(name)}`.execute(db)
  await sql`create index concurrently ${sql.id(name)} on ${sql.raw(indexes[name] ?? '')}`.execute(db)
}

async function buildInTurn(db: Connection) {
  const { rows } = await sql<{ isFree: boolean }>`select pg_try_advisory_lock(${lock}) as "isFree"`.execute(
    db,
  )
  // Another instance builds them. This one works without them in the meantime.
  if (!rows[0]?.isFree) return
  try {
    await sql`select set_config('lock_timeout', ${String(patience)}, false)`.execute(db)
    for (const name of await missing(db)) await buildOne(db, name)
  } catch (error) {
    // A transaction of another program is open for long: the next start tries again.
    if (!passing(error)) throw error
  } finally {
    await sql`select pg_advisory_unlock(${lock}), set_config('lock_timeout', '0', false)`.execute(db)
  }
}

/**
 * Builds the indexes that are missing. A migration builds an index in its transaction, and nobody can write to the table
 * until that ends; these are built one by one outside of it. Nothing depends on them but speed.
 */
export async function buildIndexes({ kind, patient }: Pick<Database, 'kind' | 'patient'>): Promise<void> {
  if (kind === 'postgres') {
    if ((await missing(patient)).length > 0) await patient.connection().execute(buildInTurn)
    return
  }
  for (const name of await missing(patient))
    await sql`create index ${sql.id(name)} on ${sql.raw(indexes[name] ?? '')}`.execute(patient)
}
