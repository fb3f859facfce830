import { useMemo } from 'react'
import type { Invitation } from '../contract/invitations.ts'
import type { SelectionRequest } from '../contract/selection-requests.ts'
import type { Outcome } from '../state/core/outcome.ts'
import { inviteAgain } from '../state/invitations/invite-again.ts'
import { type RunOutcome, runAtOnce } from '../state/runs/run-at-once.ts'
import { useRosterState } from './RosterContext.ts'

/** Changes of many invitations. They are stable and never reject. */
export interface InvitationRuns {
  run(of: SelectionRequest['of'], kind: 'delete' | 'resend'): Promise<Outcome<RunOutcome>>
  /** Invites people again with the same role and teams. */
  inviteAgain(invitations: readonly Invitation[]): Promise<{ sent: number; failed: number }>
}

/** Returns the changes of many invitations. */
export function useInvitationRuns(): InvitationRuns {
  const state = useRosterState('useInvitationRuns')
  return useMemo(
    () => ({
      run: (of, kind) => runAtOnce(state, of, { kind }, 'invitations'),
      inviteAgain: (invitations) => inviteAgain(state, invitations),
    }),
    [state],
  )
}
