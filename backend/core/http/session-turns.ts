import type { Identity } from '../ports/identity.ts'
import { Refused } from '../ports/refused.ts'
import { Busy } from '../queues/busy.ts'
import { createTurns } from '../queues/turns.ts'

/** Handles a request when its session has fewer than eight other requests running. Refuses it if too many wait. */
export type SessionTurns = <Result>(request: Request, handle: () => Promise<Result>) => Promise<Result>

/** A page sends about six requests at first, and browsers send six at a time over HTTP/1.1. */
const runningEach = 8
const waitingEach = 56
const patience = 2_500
/** Seconds after which a full queue has room again. */
const retryAfter = 1

/** Creates a queue for each session. A request without a credential does not wait: it is refused without any work. */
export function createSessionTurns({ credentialOf = credentialIn }: Identity): SessionTurns {
  const turns = createTurns({ runningEach, waitingEach, patience })
  return async (request, handle) => {
    const owner = credentialOf(request)
    if (owner === undefined) return handle()
    try {
      return await turns.run(owner, handle)
    } catch (error) {
      if (error instanceof Busy) throw new Refused('rate_limited', { retryAfter })
      throw error
    }
  }
}

const credentialIn = ({ headers }: Request) =>
  headers.get('authorization') ?? headers.get('cookie') ?? undefined
