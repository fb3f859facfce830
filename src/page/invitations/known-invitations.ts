import { isUnreadable } from '../../base/row-source.ts'
import type { Selection } from '../../base/selection.ts'
import type { Invitation } from '../../contract/invitations.ts'
import type { InvitationsListResult } from '../../hooks/useInvitationsList.ts'

/** The most rows that are searched. */
const most = 1_000

/** The selected invitations that are loaded. */
export function knownInvitations({ source }: InvitationsListResult, selection: Selection): Invitation[] {
  const known: Invitation[] = []
  for (let index = 0; index < Math.min(source.total, most); index += 1) {
    const row = source.at(index)
    if (row && !isUnreadable(row) && selection.has(row.id)) known.push(row)
  }
  return known
}
