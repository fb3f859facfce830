import { randomUUID } from 'node:crypto'
import type { JoinAccounts } from '../../core/ports/join-accounts.ts'
import { reachable } from '../database/reachable.ts'
import { inTurnOf } from '../database/turn.ts'
import type { Accounts } from './accounts.ts'
import { isCommonPassword } from './common-passwords.ts'
import { hashSecret, newSecret } from './secret.ts'
import type { SignInTurns } from './sign-in-turns.ts'

interface JoinAccountsOptions {
  accounts: Accounts
  inSignInTurn: SignInTurns
  /** The network of the client. */
  visitor(): string
  /** Seconds that a sign-in lasts at most. */
  lifetime: number
  /** The headers of a response that signs in. */
  headersOf(secret: string, email: string): HeadersInit
}

/** The accounts of people who join. Joining waits in the queue of sign-ins, since both hash a password. */
export const createJoinAccounts = ({
  accounts,
  inSignInTurn,
  visitor,
  lifetime,
  headersOf,
}: JoinAccountsOptions): JoinAccounts => ({
  find: (email) => reachable(accounts.find(email)),
  inTurn: (work) => inSignInTurn(visitor(), () => inTurnOf({ visitor: visitor() }, work)),
  isCommonPassword,
  hashPassword: (password) => accounts.hash(password, visitor()),
  beginSignIn(email) {
    const secret = newSecret()
    const secretHash = hashSecret(secret)?.toString('base64') ?? ''
    return { signIn: { id: randomUUID(), secretHash, lifetime }, headers: headersOf(secret, email) }
  },
})
