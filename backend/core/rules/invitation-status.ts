import type { InvitationStatus } from '@aicx/roster/contract'
import type { InvitationRecord } from '../ports/invitations.ts'

type Lapsing = Pick<InvitationRecord, 'end' | 'expiresAt'>

/** The status of an invitation at a moment. It expires at the millisecond of `expiresAt`; SQL has the same rule. */
export function statusOf({ end, expiresAt }: Lapsing, now: Date): InvitationStatus {
  if (!end) return expiresAt.getTime() > now.getTime() ? 'pending' : 'expired'
  if (end.as === 'deleted') return 'deleted'
  return end.as === 'replaced' ? 'expired' : 'accepted'
}

/** Whether an invitation is pending at a moment: it can be accepted, and takes a seat. */
export const isPending = (invitation: Lapsing, now: Date): boolean => statusOf(invitation, now) === 'pending'
