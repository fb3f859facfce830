import { Refused } from '../../core/ports/refused.ts'
import { Busy } from '../../core/queues/busy.ts'
import { createTurns } from '../../core/queues/turns.ts'

/** Runs a sign-in when it is its visitor's turn. Refuses with `rate_limited` if that takes too long. */
export type SignInTurns = <Result>(visitor: string, signIn: () => Promise<Result>) => Promise<Result>

/** Seconds after which a full queue has room again. */
const retryAfter = 2

/**
 * Creates a queue in which visitors take turns. Sign-ins need many statements, and the counters of simultaneous ones
 * would block each other.
 */
export function createSignInTurns(): SignInTurns {
  const turns = createTurns({ running: 20, runningEach: 4, waiting: 400, waitingEach: 100, patience: 2_000 })
  return async (visitor, signIn) => {
    try {
      return await turns.run(visitor, signIn)
    } catch (error) {
      if (error instanceof Busy) throw new Refused('rate_limited', { retryAfter })
      throw error
    }
  }
}
