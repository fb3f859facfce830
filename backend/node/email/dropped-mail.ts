import type { MailPort } from '../../core/ports/mail.ts'

/** Sends nothing, and says so in the delivery of each invitation. */
export const droppedMail: MailPort = {
  send: async () => ({ kind: 'failed', reason: 'This deployment sends no email.' }),
}
