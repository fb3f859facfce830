import type { Email } from '../../../src/email/invitation/invitation-email.ts'

/** An email to one address. */
export interface MailMessage extends Email {
  /** The canonical address of the only recipient. */
  to: string
  /**
   * The id in the `Message-ID`: letters, digits, dots and hyphens. It is the same for each attempt to send the email.
   */
  key: string
}

/** The result of an attempt to send an email. Reasons are the words of the mail server, for people who manage users. */
export type MailOutcome =
  /** The mail server has accepted it. */
  | { kind: 'sent' }
  /** The address is at fault: another try would fail too. */
  | { kind: 'failed'; reason: string }
  /**
   * We are at fault, or the mail server is: it would take no email at all. `ofMessage` if it said so of this one, once
   * it had let us in: if it then takes others, this address is at fault after all.
   */
  | { kind: 'waiting'; reason: string; ofMessage?: boolean }
  /** This email can be sent later. Emails leave too fast if it `isBusy`. */
  | { kind: 'later'; reason: string; isBusy?: boolean }
  /** The email wasn't wanted any more when it was about to leave. */
  | { kind: 'superseded' }

/** How a message is sent. */
export interface SendOptions {
  /** Cancels the attempt. Its result is then `later`. */
  signal: AbortSignal
  /** Call it right before the message leaves, and send nothing if it resolves with false. */
  isWanted: () => Promise<boolean>
}

/** Sends emails, by SMTP or in your own way. */
export interface MailPort {
  /** Sends a message once. A message that is sent again has the same `key`. Never rejects. */
  send(message: MailMessage, options: SendOptions): Promise<MailOutcome>
  close?(): Promise<void>
}
