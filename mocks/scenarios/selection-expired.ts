import { problemResponse } from '../../backend/core/http/problem-response.ts'
import { Refused } from '../../backend/core/ports/refused.ts'
import { isChunk } from './is-chunk.ts'
import type { Scenario } from './scenario.ts'

/** Selections that have expired by the time they are confirmed. */
export const selectionExpired: Scenario = {
  network: (answer) => async (request) =>
    isChunk(request) ? problemResponse(new Refused('selection_expired'), 'req_expired') : answer(request),
}
