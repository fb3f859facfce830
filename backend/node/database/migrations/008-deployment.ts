import { type Kysely, sql } from 'kysely'

/** A random id of the database. Cookies carry it in their names, since two deployments can share a host. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table deployment (id text collate "C" primary key)`.execute(db)
  await sql`
    insert into deployment (id) select left(replace(gen_random_uuid()::text, '-', ''), 12)
  `.execute(db)
}
