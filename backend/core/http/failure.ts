import type { Log } from '../ports/log.ts'
import { Refused } from '../ports/refused.ts'
import { StoreUnavailable } from '../ports/store-unavailable.ts'
import { problemResponse } from './problem-response.ts'
import type { Trace } from './trace.ts'

/** The response to an error. An error other than `Refused` is logged, and its details are not sent. */
export function failure(error: unknown, { requestId }: Trace, log: Log): Response {
  if (error instanceof Refused) return problemResponse(error, requestId)
  if (error instanceof StoreUnavailable) {
    log.warn({ requestId, err: error }, 'the store is unavailable')
    return problemResponse(new Refused('unavailable', { retryAfter: error.retryAfter }), requestId)
  }
  log.error({ requestId, err: error }, 'a request failed')
  return problemResponse(new Refused('internal'), requestId)
}
