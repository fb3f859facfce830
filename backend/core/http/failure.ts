import type { Log } from '../ports/log.ts'
import { Refused } from '../ports/refused.ts'
import { StoreUnavailable } from '../ports/store-unavailable.ts'
import { problemResponse } from './problem-response.ts'
import type { Trace } from './trace.ts'

/** Seconds until a client may try again. */
const retryAfter = 5

/** The problem that an error is answered with; what is no refusal is logged, and not told. */
export function failure(error: unknown, { requestId }: Trace, log: Log): Response {
  if (error instanceof Refused) return problemResponse(error, requestId)
  if (error instanceof StoreUnavailable) {
    log.warn({ requestId, err: error }, 'the store is not available')
    return problemResponse(new Refused('unavailable', { retryAfter }), requestId)
  }
  log.error({ requestId, err: error }, 'a request failed')
  return problemResponse(new Refused('internal'), requestId)
}
