import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { JoinAccounts } from '../../../../backend/core/ports/join-accounts.ts'

/** Accounts in the database, with passwords that cost nothing to hash. */
export const quickAccounts = (pool: pg.Pool): JoinAccounts => ({
  async find(email) {
    const { rows } = await pool.query(
      `select a.id, a.name, p.account_id is not null as "hasPassword" from accounts a
       left join passwords p on p.account_id = a.id where a.email_key = $1`,
      [email],
    )
    return rows[0] ?? null
  },
  inTurn: (work) => work(),
  isCommonPassword: () => false,
  hashPassword: async () => 'a hash',
  beginSignIn() {
    const id = randomUUID()
    return { signIn: { id, secretHash: Buffer.from(id).toString('base64'), lifetime: 3_600 }, headers: {} }
  },
})
