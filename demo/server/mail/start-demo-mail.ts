import type { Kysely } from 'kysely'
import { createSmtpMail } from '../../../backend/node/email/create-smtp-mail.ts'
import type { MailConfig } from '../../../backend/node/email/mail-config.ts'
import type { DemoSchema } from '../conversations/tables.ts'
import { keepMail } from './mailbox.ts'
import { startMailServer } from './start-mail-server.ts'

/** Sends emails to the demo's mailbox, through its own mail server, unless another one is configured. */
export async function startDemoMail(db: Kysely<DemoSchema>, config: MailConfig) {
  if (config.smtpUrl) return undefined
  const server = await startMailServer((recipient, raw) => keepMail(db, recipient, raw))
  return { mail: createSmtpMail(server.url, config), close: server.close }
}
