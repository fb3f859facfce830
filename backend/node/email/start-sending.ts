import { writeInvitationEmail } from '../../../src/email/invitation/write-invitation-email.ts'
import type { InvitationTokens } from '../../core/invitations/token.ts'
import type { InvitationMail } from '../../core/ports/invitation-mail.ts'
import type { Log } from '../../core/ports/log.ts'
import type { MailPort } from '../../core/ports/mail.ts'
import { createSmtpMail } from './create-smtp-mail.ts'
import { droppedMail } from './dropped-mail.ts'
import type { InvitationTemplate } from './invitation-message.ts'
import type { MailConfig } from './mail-config.ts'
import { startMailWorker } from './start-mail-worker.ts'

/** What sends emails. */
export interface SendingOptions {
  config: MailConfig
  /** The address that the backend listens on. */
  address: string
  outbox: InvitationMail
  tokens: InvitationTokens
  log: Log
  /** Sends in another way than by the configured mail server. */
  mail?: MailPort
  /** Writes emails in another way. */
  template?: InvitationTemplate
}

const ours: InvitationTemplate = (invitation, locale) => writeInvitationEmail(invitation, { locale })

/** Starts to send the emails of an outbox, as it is configured. Returns a function that stops it. */
export function startSending({
  config,
  address,
  outbox,
  tokens,
  log,
  mail,
  template = ours,
}: SendingOptions) {
  const { smtpUrl, joinUrl = `${address}/join`, ...sender } = config
  if (!mail && !smtpUrl) log.warn({}, 'no email is sent: SMTP_URL is missing, or MAIL is drop')
  const port = mail ?? (smtpUrl ? createSmtpMail(smtpUrl, sender) : droppedMail)
  return startMailWorker({ outbox, mail: port, tokens, joinUrl, template, log })
}
