import type { Log } from '../ports/log.ts'
import { Refused } from '../ports/refused.ts'
import { StoreUnavailable } from '../ports/store-unavailable.ts'
import { problemResponse } from './problem-response.ts'
import type { Trace } from './trace.ts'

/** The response to an error. An error other than `Refused` is logged, and its details are not sent. */
export function failure(error: unknown, trace: Trace, log: Log): Response {
  const refused = refusal(error, trace, log)
  trace.code = refused.code
  return problemResponse(refused, trace.requestId)
}

function refusal(error: unknown, { requestId }: Trace, log: Log): Refused {
  if (error instanceof Refused) return error
  if (error instanceof StoreUnavailable) {
    log.warn({ requestId, err: error }, 'the store is unavailable')
    return new Refused('unavailable', { retryAfter: error.retryAfter })
  }
  log.error({ requestId, err: error }, 'a request failed')
  return new Refused('internal')
}
