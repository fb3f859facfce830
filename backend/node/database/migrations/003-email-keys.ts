import { type Kysely, sql } from 'kysely'
import { emailKey } from '../../../core/text/email-key.ts'

interface Account {
  id: string
  email: string
}

/** Accounts are compared by the ASCII form of their email's domain. One whose key is taken keeps its own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows } =
    await sql<Account>`select id, email from accounts where email_key ~ '[^[:ascii:]]'`.execute(db)
  for (const { id, email } of rows)
    await sql`
      update accounts set email_key = ${emailKey(email)}
      where id = ${id} and not exists (select from accounts where email_key = ${emailKey(email)})
    `.execute(db)
}
