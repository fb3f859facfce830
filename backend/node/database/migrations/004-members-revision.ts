import { type Kysely, sql } from 'kysely'

/** The revision of a company at which a user last joined or left, so that other changes leave the total as it is. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table companies add column members_revision bigint not null default 0`.execute(db)
  await sql`update companies set members_revision = users_revision`.execute(db)
}
