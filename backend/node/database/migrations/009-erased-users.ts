import { type Kysely, sql } from 'kysely'

/** Whatever writes later, such as a sync of names, leaves an erased user alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table users add constraint users_erased_for_good check (erased_at is null or
      (name = '' and email = '' and avatar_url is null and custom is null and account_id is null))`.execute(
    db,
  )
}
