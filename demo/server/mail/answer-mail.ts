import type { Kysely } from 'kysely'
import { simpleParser } from 'mailparser'
import type { DemoSchema } from '../conversations/tables.ts'
import { framedHtml, listPage, mailPage, views } from './mail-pages.ts'
import { findMail, latestMail } from './mailbox.ts'

const path = /^\/mail(?:\/(\d{1,9})(\/html)?)?$/

/** Whether an address belongs to the mailbox. */
export const isMailPath = (pathname: string) => pathname === '/mail' || pathname.startsWith('/mail/')

/** Serves the mailbox: a list, an email, and the HTML of an email for its frame. */
export async function answerMail(db: Kysely<DemoSchema>, request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url)
  const [matched, id, isFrame] = path.exec(pathname) ?? []
  if (matched === undefined) return new Response('Not found', { status: 404 })
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 })
  if (id === undefined) return listPage(await Promise.all((await latestMail(db)).map(withSubject)))
  const kept = await findMail(db, Number(id))
  if (!kept) return new Response('Not found', { status: 404 })
  const mail = await simpleParser(kept.raw, { skipTextToHtml: true })
  if (isFrame) return framedHtml(mail)
  return mailPage(kept, mail, views.find((view) => view === searchParams.get('view')) ?? 'html')
}

/** Reads the subject alone, from the headers. */
async function withSubject({ raw, ...kept }: Awaited<ReturnType<typeof latestMail>>[number]) {
  const headers = raw.slice(0, raw.indexOf('\r\n\r\n'))
  const { subject = '' } = await simpleParser(`${headers}\r\n\r\n`)
  return { ...kept, subject }
}
