import type { SelectionRequest } from '../../contract/selection-requests.ts'
import type { RosterState } from '../roster/roster-state.ts'
import { invitationRows } from './invitation-rows.ts'
import type { RunRows } from './run-rows.ts'
import { userRows } from './user-rows.ts'

/** Returns the rows of a resource. */
export const runRowsOf = (state: RosterState, resource: SelectionRequest['resource']): RunRows =>
  resource === 'invitations' ? invitationRows(state) : userRows(state)
