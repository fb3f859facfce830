import { problemResponse } from '../../backend/core/http/problem-response.ts'
import { Refused } from '../../backend/core/ports/refused.ts'
import { isUsersList } from './is-users-list.ts'
import type { Scenario } from './scenario.ts'

/** A backend that fails whenever users are listed. */
export const error: Scenario = {
  network: (answer) => async (request) =>
    isUsersList(request) ? problemResponse(new Refused('internal'), 'req_7fk2m9qd') : answer(request),
}
