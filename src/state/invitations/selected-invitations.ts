import { isUnreadable } from '../../base/row-source.ts'
import type { Invitation } from '../../contract/invitations.ts'
import type { InvitationsQuery } from '../../contract/invitations-query.ts'
import type { Of } from '../../contract/selection-requests.ts'
import type { RosterState } from '../roster/roster-state.ts'
import { invitationsOf } from './invitations-state.ts'

/** The most invitations that are read, and how many one request reads. */
const most = 1_000
const together = 200

/**
 * Returns the invitations of a selection before they are deleted, so that the same people can be invited again: those
 * that are known, or the first ones of a query. Never rejects.
 */
export async function selectedInvitations(
  state: RosterState,
  of: Of<InvitationsQuery>,
): Promise<readonly Invitation[]> {
  const { known, list } = invitationsOf(state)
  if ('ids' in of) return of.ids.flatMap((id) => known.shown(id) ?? [])
  if (!('query' in of)) return []
  const except = new Set(of.except)
  const found: Invitation[] = []
  try {
    for (let offset = 0; offset < most; offset += together) {
      const { rows, total } = await list({ ...of.query, offset, limit: together }, { signal: state.signal })
      for (const row of rows) if (!isUnreadable(row) && !except.has(row.id)) found.push(row)
      if (offset + together >= total) break
    }
  } catch {
    return []
  }
  return found
}
