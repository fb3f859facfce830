import { type Kysely, sql } from 'kysely'

/** Finds what was sent to an address lately, of all companies, and what is being sent to it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw('create index invitation_mail_by_recipient on invitation_mail (email_key, sent_at)')
    .execute(db)
}
