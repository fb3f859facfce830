import type { DomainRules } from '../../../src/contract/domain-rules.ts'

/**
 * How an invitation ended: someone joined with it, the person joined in another way, it was deleted, or it had expired
 * and its address was invited again.
 */
export type InvitationEnd = 'accepted' | 'joined_otherwise' | 'deleted' | 'replaced'

/** The data of a new invitation. */
export interface NewInvitation {
  id: string
  /** As it was typed. */
  email: string
  /** The recipient of its emails. */
  address: string
  /** The address in the form that is compared. */
  emailKey: string
  roleId: string
  teamIds: string[]
  /** The administrative permissions that the role had when it was last given. */
  administrative: string[]
  message: string | null
  locale: string | null
  expiresAt: Date
}

/** How far the latest email of an invitation got. */
export interface DeliveryRecord {
  state: 'queued' | 'sent' | 'failed'
  reason: string | null
  nextTryAt: Date | null
}

/** An invitation as stores keep it. Whether it is pending or has expired follows from its times. */
export interface InvitationRecord extends NewInvitation {
  invitedBy: { id: string; name: string; isDeleted: boolean }
  invitedAt: Date
  /** When its latest email was requested. */
  askedAt: Date
  /** Starts at 1. Each resend raises it, which ends earlier links. */
  generation: number
  delivery: DeliveryRecord
  /** When a mail server accepted its latest email. */
  sentAt: Date | null
  end: { as: InvitationEnd; at: Date; userId: string | null } | null
  /** The company's revision when it last changed. */
  version: string
}

/** Emails that were requested within a limit's time. */
export interface Requested {
  count: number
  /** When the first of them was requested. */
  since: Date | null
}

/** What is known about an address. */
export interface AddressFacts {
  /** The user who has it. */
  userId: string | null
  /** The name of that user's role. */
  roleName: string | null
  /** The invitation to it that has not ended. It may have expired. */
  invitation: InvitationRecord | null
  /** Emails to it in the last day. */
  requested: Requested
}

/** The seats of a company that has a limit. */
export interface SeatsRecord {
  used: number
  pending: number
  total: number
}

/** What a decision about invitations depends on, read under the company's lock. */
export interface InvitationFacts {
  /** The invitations of the plan, including ended ones, and the pending ones of its inviters. */
  byId: Map<string, InvitationRecord>
  /** The addresses of the plan, and those of its invitations, by their keys. */
  byKey: Map<string, AddressFacts>
  domains: DomainRules
  /** Emails that the actor requested in the last hour. */
  byActor: Requested
  /** Emails that the company requested in the last day. */
  byCompany: Requested
}
