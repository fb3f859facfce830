import { problemResponse } from '../../backend/core/http/problem-response.ts'
import type { Refused } from '../../backend/core/ports/refused.ts'
import { isChunk } from './is-chunk.ts'
import type { Scenario } from './scenario.ts'

/** The step that something happens at. */
const third = 3

/** Refuses what `refuses` says from the third step of a selection on. The step itself is refused in any case. */
export const fromThirdChunk = (
  refused: Refused,
  refuses: (request: Request) => boolean,
): Required<Scenario>['network'] => {
  return (answer) => {
    let steps = 0
    return async (request) => {
      if (isChunk(request)) steps++
      const isOver = steps >= third && (refuses(request) || (isChunk(request) && steps === third))
      return isOver ? problemResponse(refused, `req_step_${steps}`) : answer(request)
    }
  }
}
