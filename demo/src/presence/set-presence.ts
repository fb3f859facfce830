import type { Presence } from '@aicx/roster/contract'
import { request } from '../request/request.ts'

/** Says whether the signed-in person is available for work. The request outlives the page. */
export const setPresence = (company: string, presence: Presence) =>
  request('/demo/presence', {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', 'Roster-Company': company },
    body: JSON.stringify({ presence }),
    keepalive: true,
  })
