import type { Email, EmailOptions, InvitationEmail } from './invitation-email.ts'
import { invitationHtml } from './invitation-html.ts'
import { invitationText } from './invitation-text.ts'
import { wordInvitation } from './word-invitation.ts'

/** Writes the email that invites someone: its subject, its text part and its HTML. Throws for an invalid link. */
export function writeInvitationEmail(email: InvitationEmail, options: EmailOptions = {}): Email {
  const worded = wordInvitation(email, options)
  return {
    senderName: worded.senderName,
    subject: worded.subject,
    text: invitationText(worded),
    html: invitationHtml(worded, options.brand),
  }
}
