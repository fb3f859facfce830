import type { Kysely } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { openPostgres } from '../../backend/node/database/open-postgres.ts'
import { createTables, type DemoSchema } from '../../demo/server/conversations/tables.ts'
import { answerMail } from '../../demo/server/mail/answer-mail.ts'
import { startDemoMail } from '../../demo/server/mail/start-demo-mail.ts'
import { aMessage } from '../backend/node/email/send-to.ts'
import { createPostgres } from '../backend/node/test-postgres.ts'

async function aMailbox() {
  const database = openPostgres(await createPostgres())
  const db: Kysely<DemoSchema> = database.db.withTables<DemoSchema>()
  await createTables(db)
  const mailbox = await startDemoMail(db, {
    smtpUrl: undefined,
    joinUrl: undefined,
    from: 'invitations@acme.example',
  })
  if (!mailbox) throw new Error('There is no mailbox.')
  onTestFinished(async () => {
    await mailbox.mail.close?.()
    await mailbox.close()
    await database.close()
  })
  const get = async (path: string) => {
    const response = await answerMail(db, new Request(`http://demo.example${path}`))
    return { status: response.status, text: await response.text(), headers: response.headers }
  }
  const send = (changes: Parameters<typeof aMessage>[0]) =>
    mailbox.mail.send(aMessage(changes), { signal: AbortSignal.timeout(20_000), isWanted: async () => true })
  return { get, send }
}

it('the mailbox lists emails, the newest first, and shows their parts', async () => {
  const { get, send } = await aMailbox()
  expect((await get('/mail')).text).toContain('No email has arrived yet.')
  expect(await send({ subject: 'First', to: 'a@acme.example' })).toEqual({ kind: 'sent' })
  await send({ subject: 'Zweite Einladung: Müller', to: 'b@acme.example' })
  const { text } = await get('/mail')
  expect(text.indexOf('Zweite Einladung: Müller')).toBeGreaterThan(0)
  expect(text.indexOf('First')).toBeGreaterThan(text.indexOf('Zweite'))
  expect((await get('/mail/1')).text).toContain('src="/mail/1/html"')
  expect((await get('/mail/1?view=text')).text).toContain('Open this link to join.')
  expect((await get('/mail/1?view=raw')).text).toContain('Content-Transfer-Encoding: base64')
  expect((await get('/mail/1/html')).text).toContain('<base target="_blank">')
  for (const path of ['/mail/9', '/mail/x', '/mail/1/raw']) expect((await get(path)).status).toBe(404)
})

it('the mailbox runs nothing of an email', async () => {
  const { get, send } = await aMailbox()
  const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)>'
  await send({
    subject: hostile,
    senderName: hostile,
    text: hostile,
    html: `<html><head></head>${hostile}</html>`,
  })
  for (const path of ['/mail', '/mail/1', '/mail/1?view=text', '/mail/1?view=raw']) {
    const { text, headers } = await get(path)
    expect(text).not.toContain('<script>alert')
    expect(text).not.toContain('<img src=x')
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
  }
  const framed = await get('/mail/1/html')
  const policy = framed.headers.get('content-security-policy') ?? ''
  expect(policy).toMatch(/default-src 'none'.*sandbox allow-popups/)
  expect(policy).not.toMatch(/allow-scripts|allow-same-origin|script-src/)
  expect((await get('/mail/1')).text).toMatch(
    /<iframe [^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/,
  )
})

it('the mailbox keeps no email beyond a size, so that a few of them do not fill the database', async () => {
  const { get, send } = await aMailbox()
  expect(await send({ subject: 'Huge', text: 'x'.repeat(400_000) })).not.toEqual({ kind: 'sent' })
  expect((await get('/mail')).text).toContain('No email has arrived yet.')
  expect(await send({ subject: 'Usual' })).toEqual({ kind: 'sent' })
})
