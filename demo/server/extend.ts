import { fileURLToPath } from 'node:url'
import type { MailConfig } from '../../backend/node/email/mail-config.ts'
import type { Extension, Parts } from '../../backend/node/service.ts'
import { fillOnce } from '../seed/fill-once.ts'
import { alone } from './alone.ts'
import { openConversations } from './conversations/open-conversations.ts'
import { createTables, type DemoSchema } from './conversations/tables.ts'
import { answerMail, isMailPath } from './mail/answer-mail.ts'
import { demoTemplate } from './mail/demo-template.ts'
import { startDemoMail } from './mail/start-demo-mail.ts'
import { servePages } from './pages.ts'
import { demoPresence } from './presence/presence.ts'
import { answerDemo } from './routes.ts'

const dist = fileURLToPath(new URL('../dist/', import.meta.url))

/**
 * Adds the dashboard to a backend: its tables, the first content of an empty database, its API and its pages, and a
 * mailbox where its emails arrive.
 */
export async function extendWithDemo(
  { store, accounts, database, backend }: Parts,
  config: MailConfig,
): Promise<Extension> {
  const db = database.db.withTables<DemoSchema>()
  await alone(database, async () => {
    await createTables(db)
    await fillOnce({ store, db, accounts }, new Date())
  })
  const pages = servePages(dist)
  const mailbox = await startDemoMail(db, config)
  return {
    async fetch(request) {
      const { pathname } = new URL(request.url)
      if (pathname.startsWith('/demo/')) return answerDemo(backend, db, request)
      return mailbox && isMailPath(pathname) ? answerMail(db, request) : pages(request)
    },
    content: openConversations(db),
    presence: demoPresence(db),
    mail: mailbox?.mail,
    invitationTemplate: demoTemplate,
    close: mailbox?.close,
  }
}
