import { createHmac } from 'node:crypto'
import type { Log } from '../../core/ports/log.ts'
import { Refused } from '../../core/ports/refused.ts'
import { emailKey } from '../../core/text/email-key.ts'
import type { Accounts } from './accounts.ts'
import { networkOf } from './network.ts'
import type { Attempt, SignInAttempts } from './sign-in-attempts.ts'

/** Checks a password. Refuses a wrong one, and an attempt beyond the limits. */
export type VerifyPassword = (
  attempt: Attempt,
  password: string,
  requestId: string,
) => Promise<{ id: string }>

interface VerifyPasswordOptions {
  accounts: Accounts
  attempts: SignInAttempts
  log: Log
  secretKey: string
}

/**
 * Counts each attempt before its password is checked. Every outcome is a log line with the client's address and the
 * account: its id once it is known, else a keyed hash of the email, since people type passwords there too.
 */
export function createVerifyPassword(options: VerifyPasswordOptions): VerifyPassword {
  const { accounts, attempts, log, secretKey } = options
  const nameOf = (email: string) =>
    createHmac('sha256', secretKey)
      .update(`email\n${emailKey(email)}`)
      .digest('base64url')
      .slice(0, 16)

  return async function verify(attempt, password, requestId) {
    const { email, address, device } = attempt
    const fields = { requestId, address, device: device !== undefined, emailHash: nameOf(email) }
    const exceeded = await attempts.count(attempt)
    if (exceeded) {
      const { limit, retryAfter } = exceeded
      log.warn({ ...fields, limit }, 'sign-in refused: too many failures')
      throw new Refused('rate_limited', { retryAfter })
    }
    const account = await accounts
      .verify(email, password, device ?? networkOf(address))
      .catch(async (error) => {
        await attempts.takeBack(attempt)
        throw error
      })
    if (!account) {
      const accountId = await accounts.idOf(email)
      log.warn({ ...fields, accountId }, 'sign-in failed: wrong password or unknown email')
      throw new Refused('wrong_credentials')
    }
    await attempts.forgive(attempt)
    log.info({ ...fields, accountId: account.id }, 'signed in')
    return account
  }
}
