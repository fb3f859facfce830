import { describe, expect, it } from 'vitest'
import type { MailPort } from '../../../../backend/core/ports/mail.ts'
import { writeInvitationEmail } from '../../../../src/email/invitation/write-invitation-email.ts'
import { anOutbox } from './an-outbox.ts'
import { startMailServer } from './start-mail-server.ts'

const addresses = (count: number) => Array.from({ length: count }, (_, at) => `p${at}@acme.example`)

describe('a worker with parts of a host', () => {
  it.each<[string, MailPort['send']]>([
    [
      'throws',
      () => {
        throw new Error('broken')
      },
    ],
    ['rejects', () => Promise.reject('broken')],
    ['returns nothing', async () => JSON.parse('{}')],
    ['returns null', async () => JSON.parse('null')],
  ])('tries an email later if a host’s port %s, says so, and sends the others', async (_name, fail) => {
    const { company, work } = await anOutbox()
    await company.invite(addresses(3))
    const sent: string[] = []
    const mail: MailPort = {
      send(message, options) {
        if (message.to === 'p1@acme.example') return fail(message, options)
        sent.push(message.to)
        return Promise.resolve({ kind: 'sent' })
      },
    }
    work('smtp://127.0.0.1', { mail, waitAfter: () => 60_000 })
    const waiting = async () => (await company.list({ deliveries: ['queued'] })).invitations
    await expect.poll(waiting).toMatchObject([
      {
        email: 'p1@acme.example',
        delivery: { reason: 'The email could not be sent.', nextTryAt: expect.any(Date) },
      },
    ])
    await expect.poll(() => sent.length).toBe(2)
  })

  it('stops no other email if the template returns something else for one of them', async () => {
    const { company, work } = await anOutbox()
    const server = await startMailServer()
    await company.inviteOne('p0@acme.example', { locale: 'de' })
    await company.invite(addresses(4).slice(1))
    work(server.url, {
      waitAfter: () => 60_000,
      template: (invitation, locale) =>
        locale === 'de' ? JSON.parse('{"subject":null}') : writeInvitationEmail(invitation),
    })
    await expect.poll(() => server.arrived.length).toBe(3)
    await expect
      .poll(async () => (await company.list({ deliveries: ['queued'] })).invitations)
      .toMatchObject([{ email: 'p0@acme.example', delivery: { reason: 'The email could not be written.' } }])
    expect((await company.store.invitations.settings(company.id)).waiting).toBeNull()
  })
})
