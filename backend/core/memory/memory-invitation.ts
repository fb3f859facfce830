import type { InvitationRecord } from '../ports/invitations.ts'

/** An invitation in memory, with ids in place of names. */
export interface MemoryInvitation extends Omit<InvitationRecord, 'invitedBy'> {
  invitedBy: string
  /** Who requested the latest email. */
  askedBy: string
  /** The folded address. */
  searchText: string
}

/** An email of the outbox in memory. */
export interface MemoryMail {
  id: string
  invitationId: string
  generation: number
  emailKey: string
  askedBy: string
  createdAt: Date
  state: 'queued' | 'sent' | 'failed' | 'superseded'
  attempts: number
  nextTryAt: Date
  claimedUntil: Date | null
  reason: string | null
  isOurs: boolean
  sentAt: Date | null
}
