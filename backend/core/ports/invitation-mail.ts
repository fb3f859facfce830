/** An email of the outbox that a worker has taken. It has no link, which follows from the invitation and its generation. */
export interface MailClaim {
  id: string
  companyId: string
  companyName: string
  invitationId: string
  generation: number
  /** How often it was tried before. */
  attempts: number
  /** The canonical address of the recipient. */
  address: string
  /** The name of the person who requested it. Undefined if it was erased. */
  inviterName?: string
  roleName: string
  teamNames: string[]
  message?: string
  locale?: string
  expiresAt: Date
  requestedAt: Date
}

/** The result of a claimed email. */
export type MailSettlement =
  /** A mail server has accepted it. */
  | { kind: 'sent' }
  /** The address is at fault. It isn't tried again. */
  | { kind: 'failed'; reason: string }
  /** It is tried again in a while. `isOurs` if no email can be sent at the moment, whatever the address. */
  | { kind: 'later'; reason: string; inMs: number; isOurs: boolean }
  /** The invitation was resent, deleted or accepted, or has expired. */
  | { kind: 'superseded' }

/** The outbox of invitations. Rows are written in the transaction of the change that requests the email. */
export interface InvitationMail {
  /**
   * Takes up to `limit` queued emails whose time has come, of all companies, for `forMs` milliseconds. No one else gets
   * them until then. Emails that are no longer wanted end as `superseded` and are left out.
   */
  claim(limit: number, forMs: number): Promise<MailClaim[]>
  /** Whether a claimed email is still wanted: the invitation is pending, hasn't expired, and is of this generation. */
  check(claim: Pick<MailClaim, 'id' | 'companyId'>): Promise<boolean>
  /** Stores the result of a claimed email, with an audit entry. A second settlement changes nothing. */
  settle(claim: Pick<MailClaim, 'id' | 'companyId'>, settlement: MailSettlement): Promise<void>
}
