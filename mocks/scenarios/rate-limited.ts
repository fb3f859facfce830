import { problemResponse } from '../../backend/core/http/problem-response.ts'
import { Refused } from '../../backend/core/ports/refused.ts'
import { isUsersList } from './is-users-list.ts'
import type { Scenario } from './scenario.ts'

/** A backend that limits the rate of requests for users. */
export const rateLimited: Scenario = {
  network: (answer) => async (request) =>
    isUsersList(request)
      ? problemResponse(new Refused('rate_limited', { retryAfter: 30 }), 'req_7fk2m9qd')
      : answer(request),
}
