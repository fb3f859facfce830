import { problemResponse } from '../../backend/core/http/problem-response.ts'
import { Refused } from '../../backend/core/ports/refused.ts'
import { isList } from './is-list.ts'
import type { Scenario } from './scenario.ts'

/** A backend that limits the rate of requests for lists. */
export const rateLimited: Scenario = {
  network: (answer) => async (request) =>
    isList(request)
      ? problemResponse(new Refused('rate_limited', { retryAfter: 30 }), 'req_7fk2m9qd')
      : answer(request),
}
