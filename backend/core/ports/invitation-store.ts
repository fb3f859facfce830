import type { DomainRules } from '../../../src/contract/domain-rules.ts'
import type { InvitationListing } from './invitation-listing.ts'
import type { AddressFacts, InvitationRecord, SeatsRecord } from './invitations.ts'
import type { AuditRecord } from './write.ts'

/** A page of invitations: pending ones, then those that expired within 90 days. */
export interface InvitationPage {
  invitations: InvitationRecord[]
  total: number
  /** How many of the total are pending. */
  pending: number
  /** The revision of the invitations that the page shows. */
  revision: number
  /** The time at which it was decided what is pending. */
  now: Date
}

/** The most users that `inviters` returns. */
export const mostInviters = 200

/** The settings of a company, with the emails that wait. */
export interface InvitationSettingsRecord {
  domains: DomainRules
  seats: SeatsRecord | null
  queued: number
  /** Set if nothing can be sent to any address. */
  waiting: { reason: string | null; nextTryAt: Date } | null
  now: Date
}

/** Reads invitations of a company. They are changed by `Store.write`. */
export interface InvitationStore {
  list(
    companyId: string,
    listing: InvitationListing & { offset: number; limit: number },
  ): Promise<InvitationPage>
  /** Invitations by their ids, including ended ones. Unknown ids are left out. */
  find(companyId: string, ids: string[]): Promise<Map<string, InvitationRecord>>
  /** What is known about addresses, by their keys. */
  addresses(companyId: string, keys: string[]): Promise<Map<string, AddressFacts>>
  settings(companyId: string): Promise<InvitationSettingsRecord>
  /** The users who sent the listed invitations, by name, unnamed ones last; at most `mostInviters`. */
  inviters(companyId: string): Promise<InvitationRecord['invitedBy'][]>
  /** An invitation's audit entries, newest first. Null for an unknown one. */
  audit(companyId: string, id: string, limit: number): Promise<AuditRecord[] | null>
  /** Sets which domains are allowed and blocked. Rules are canonical. */
  setDomains(companyId: string, domains: DomainRules): Promise<void>
  /** Sets the number of seats. Null removes the limit. */
  setSeats(companyId: string, total: number | null): Promise<void>
  /** Raises the revision of companies whose invitations have expired since the last call, so that open lists load again. */
  lapse(): Promise<void>
}
