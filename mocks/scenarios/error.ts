import { problemResponse } from '../../backend/core/http/problem-response.ts'
import { Refused } from '../../backend/core/ports/refused.ts'
import { isList } from './is-list.ts'
import type { Scenario } from './scenario.ts'

/** A backend that fails whenever users or invitations are listed. */
export const error: Scenario = {
  network: (answer) => async (request) =>
    isList(request) ? problemResponse(new Refused('internal'), 'req_7fk2m9qd') : answer(request),
}
