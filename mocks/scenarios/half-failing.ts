import { problemResponse } from '../../backend/core/http/problem-response.ts'
import { Refused } from '../../backend/core/ports/refused.ts'
import { isUsersList } from './is-users-list.ts'
import type { Scenario } from './scenario.ts'

/** A backend that fails every second request for users, beginning with the second. */
export const halfFailing: Scenario = {
  network(answer) {
    let lists = 0
    return async (request) => {
      const fails = isUsersList(request) && lists++ % 2 === 1
      return fails ? problemResponse(new Refused('unavailable'), `req_half_${lists}`) : answer(request)
    }
  },
}
