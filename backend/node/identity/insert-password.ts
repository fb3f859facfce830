import type { Kysely } from 'kysely'
import { emailKey } from '../../core/text/email-key.ts'
import type { Schema } from '../database/schema.ts'

/** Gives an account its first password. Returns false if it has one, which it keeps. */
export async function insertPassword(db: Kysely<Schema>, email: string, hash: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('passwords')
    .columns(['account_id', 'hash'])
    .expression(({ selectFrom, val }) =>
      selectFrom('accounts')
        .select(['id', val(hash).as('hash')])
        .where('email_key', '=', emailKey(email)),
    )
    .onConflict((conflict) => conflict.column('account_id').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows !== 0n
}
