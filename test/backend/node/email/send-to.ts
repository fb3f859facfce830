import type { MailMessage, SendOptions } from '../../../../backend/core/ports/mail.ts'
import { createSmtpMail } from '../../../../backend/node/email/create-smtp-mail.ts'
import { writeInvitationEmail } from '../../../../src/email/invitation/write-invitation-email.ts'
import { anInvitation } from '../../../email/an-invitation.ts'

export const sender = { from: 'invitations@acme.example', reportsTo: 'abuse@acme.example' }

export const aMessage = (changes: Partial<MailMessage> = {}): MailMessage => ({
  ...writeInvitationEmail(anInvitation),
  to: 'lin.wei@acme.example',
  key: 'acme.i1.1',
  ...changes,
})

/** Sends one message to a server, over a connection that is closed afterwards. */
export async function sendTo(
  url: string,
  message: MailMessage = aMessage(),
  { signal = AbortSignal.timeout(20_000), isWanted = async () => true }: Partial<SendOptions> = {},
) {
  const mail = createSmtpMail(url, sender)
  try {
    return await mail.send(message, { signal, isWanted })
  } finally {
    await mail.close?.()
  }
}
