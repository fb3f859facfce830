import type { KnownAccount } from '../../core/ports/join-accounts.ts'
import { emailKey } from '../../core/text/email-key.ts'
import type { Database } from '../database/database.ts'
import { hashingQueue } from './hashing-queue.ts'
import { defaultCost, hashPassword, matchesPassword, type ScryptCost } from './passwords.ts'

/** People by email, and the passwords of those who have one. */
export interface Accounts {
  setPassword(email: string, password: string): Promise<void>
  hasPassword(email: string): Promise<boolean>
  /** The account of an email, or null. */
  find(email: string): Promise<KnownAccount | null>
  /** Hashes a new password in its owner's turn. */
  hash(password: string, owner: string): Promise<string>
  /** The id of the account of an email, or undefined. */
  idOf(email: string): Promise<string | undefined>
  /**
   * The account of an email and its password, or null. It takes equally long for an unknown email. Owners take turns
   * with their hashes.
   */
  verify(email: string, password: string, owner?: string): Promise<{ id: string } | null>
}

/** Accounts in the database. */
export function createAccounts({ db }: Database, cost: ScryptCost = defaultCost): Accounts {
  // The password is compared with this if the account has none, so that the time reveals nothing.
  const nobody = hashPassword('', cost)

  const find = (email: string) =>
    db
      .selectFrom('accounts')
      .leftJoin('passwords', 'passwords.account_id', 'accounts.id')
      .select(['accounts.id', 'accounts.name', 'passwords.hash'])
      .where('accounts.email_key', '=', emailKey(email))
      .executeTakeFirst()

  const newHash = (password: string, owner: string) =>
    hashingQueue.run(owner, () => hashPassword(password, cost))

  return {
    async setPassword(email, password) {
      const account = await find(email)
      if (!account) throw new Error(`No account has the email ${email}.`)
      const hash = await newHash(password, '')
      await db
        .insertInto('passwords')
        .values({ account_id: account.id, hash })
        .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ hash }))
        .execute()
    },
    async find(email) {
      const account = await find(email)
      return account ? { id: account.id, name: account.name, hasPassword: Boolean(account.hash) } : null
    },
    hash: newHash,
    hasPassword: async (email) => Boolean((await find(email))?.hash),
    idOf: async (email) => (await find(email))?.id,
    async verify(email, password, owner = '') {
      const account = await find(email)
      const hash = account?.hash ?? (await nobody)
      const isRight = await hashingQueue.run(owner, () => matchesPassword(password, hash))
      return account?.hash && isRight ? { id: account.id } : null
    },
  }
}
