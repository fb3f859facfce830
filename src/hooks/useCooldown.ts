import { useEffect, useState } from 'react'
import type { Invitation } from '../contract/invitations.ts'
import { cooledAt, type ReceivedInvitation } from '../state/invitation-acts/received-invitation.ts'
import { useRosterState } from './RosterContext.ts'

/** Returns the seconds until the last of some invitations can be sent again, counted down; 0 if all of them can be. */
export function useCooldown(invitations: readonly Invitation[]): number {
  const { clock } = useRosterState('useCooldown')
  const ends = invitations.flatMap((invitation) =>
    isReceived(invitation) ? (cooledAt(invitation) ?? []) : [],
  )
  const end = Math.max(0, ...ends)
  const left = Math.max(0, Math.ceil((end - clock.now()) / 1_000))
  const [, tick] = useState(0)
  useEffect(() => {
    if (left === 0) return
    // Ends on the full second: after a late timer, the next one is shorter.
    const rest = (end - clock.now()) % 1_000 || 1_000
    return clock.after(rest, () => tick((count) => count + 1))
  })
  return left
}

const isReceived = (invitation: Invitation): invitation is ReceivedInvitation => 'receivedAt' in invitation
