import type { UserId, Window } from '@aicx/roster/contract'
import { isUsersList } from './is-users-list.ts'
import type { Scenario } from './scenario.ts'

/** A backend whose lists have more rows than requested, out of order, some twice, and a wrong total. */
export const lying: Scenario = {
  network: (answer) => async (request) => {
    const response = await answer(request)
    if (!isUsersList(request) || !response.ok) return response
    const window: Window<UserId> = await response.json()
    const rows = [...window.rows.slice(5), ...window.rows.slice(0, 5), ...window.rows.slice(0, 3)]
    return Response.json({ ...window, rows, total: window.total + 7 })
  },
}
