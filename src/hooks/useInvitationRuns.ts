import { useMemo } from 'react'
import type { Invitation } from '../contract/invitations.ts'
import type { InvitationsQuery } from '../contract/invitations-query.ts'
import type { Of } from '../contract/selection-requests.ts'
import { inviteAgain } from '../state/invitations/invite-again.ts'
import { selectedInvitations } from '../state/invitations/selected-invitations.ts'
import { useRosterState } from './RosterContext.ts'

/** What a page does around the deletion of many invitations. Both are stable and never reject. */
export interface InvitationRuns {
  /** Returns the invitations of a selection, as far as they are known or can be loaded. */
  read(of: Of<InvitationsQuery>): Promise<readonly Invitation[]>
  /** Invites people again with the same role and teams. */
  inviteAgain(invitations: readonly Invitation[]): Promise<{ sent: number; failed: number }>
}

/** Returns what a page needs to delete many invitations and to invite them again. */
export function useInvitationRuns(): InvitationRuns {
  const state = useRosterState('useInvitationRuns')
  return useMemo(
    () => ({
      read: (of) => selectedInvitations(state, of),
      inviteAgain: (invitations) => inviteAgain(state, invitations),
    }),
    [state],
  )
}
