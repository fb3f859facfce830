import { simpleParser } from 'mailparser'
import { describe, expect, it } from 'vitest'
import { writeInvitationEmail } from '../../../../src/email/invitation/write-invitation-email.ts'
import { anInvitation, link } from '../../../email/an-invitation.ts'
import { aMessage, sendTo } from './send-to.ts'
import { startMailServer } from './start-mail-server.ts'

const headersOf = (raw: string) => (raw.split('\r\n\r\n')[0] ?? '').split(/\r\n(?!\s)/)
const headers = (raw: string, name: string) =>
  headersOf(raw).filter((header) => header.toLowerCase().startsWith(`${name.toLowerCase()}:`))

async function deliver(changes: Parameters<typeof aMessage>[0] = {}) {
  const server = await startMailServer()
  expect(await sendTo(server.url, aMessage(changes))).toEqual({ kind: 'sent' })
  const [mail] = server.arrived
  if (!mail) throw new Error('Nothing arrived.')
  return { ...mail, parsed: await simpleParser(mail.raw) }
}

describe('an invitation at the mail server', () => {
  it('says who sends it, and that no person did', async () => {
    const { from, to, raw, parsed } = await deliver()
    expect([from, to]).toEqual(['invitations@acme.example', ['lin.wei@acme.example']])
    expect(headersOf(raw)).toEqual([
      'From: Acme Support\r\n <invitations@acme.example>',
      'To: <lin.wei@acme.example>',
      'Reply-To: <abuse@acme.example>',
      'X-Report-Abuse-To: <abuse@acme.example>',
      'Subject: Amara Okafor invited you to Acme Support',
      expect.stringMatching(/^Date: \w{3}, \d\d \w{3} \d{4} [\d:]{8} \+0000$/),
      'Message-ID: <acme.i1.1@acme.example>',
      'Auto-Submitted: auto-generated',
      'X-Auto-Response-Suppress: All',
      'MIME-Version: 1.0',
      expect.stringMatching(/^Content-Type: multipart\/alternative; boundary="[\w=]+"$/),
    ])
    expect(Math.abs((parsed.date?.getTime() ?? 0) - Date.now())).toBeLessThan(60_000)
  })

  it('V3: carries the link unbroken in both parts', async () => {
    const email = writeInvitationEmail({ ...anInvitation, company: 'Café Müller' })
    const { raw, parsed } = await deliver(email)
    expect(link).toHaveLength(137)
    expect(raw.match(/Content-Transfer-Encoding: base64/g)).toHaveLength(2)
    expect(parsed.text?.split('\n')).toContain(link)
    expect(parsed.html || '').toContain(`>${link}</a>`)
    expect(parsed.text?.trimEnd()).toBe(email.text.trimEnd())
    expect((parsed.html || '').trimEnd()).toBe(email.html.trimEnd())
  })

  const names = [
    '=?UTF-8?Q?Acme=0D=0AYour_password?=',
    '=?utf-8?B?QmFuaw==?=',
    'Café "Müller", Inc. <x>',
    'A "quoted", name; with: (everything) \\',
    'x'.repeat(1_200),
    'Ünï '.repeat(300),
    '👩🏽‍🚀'.repeat(60),
  ]
  it.each(names)('V5: shows the name %.40s literally', async (name) => {
    const { senderName, subject } = writeInvitationEmail({ ...anInvitation, company: name, inviter: name })
    const { raw, parsed } = await deliver({ senderName, subject })
    expect(parsed.subject).toBe(subject)
    expect(parsed.from?.value).toEqual([{ name: senderName, address: 'invitations@acme.example' }])
    expect(
      Math.max(...raw.split('\r\n').map((line) => Buffer.byteLength(line, 'latin1'))),
    ).toBeLessThanOrEqual(78)
    expect(
      [headers(raw, 'Subject'), headers(raw, 'From'), headers(raw, 'To')].map(({ length }) => length),
    ).toEqual([1, 1, 1])
  })

  it('V5: has no header that a host’s own template brings', async () => {
    const inject = 'Hello\r\nBcc: victim@evil.example\r\n\r\nbody\u2028\u0085\u000b'
    const { to, raw, parsed } = await deliver({ subject: inject, senderName: inject })
    expect(to).toEqual(['lin.wei@acme.example'])
    expect(headers(raw, 'Bcc')).toEqual([])
    expect(headersOf(raw)).toHaveLength(11)
    expect(parsed.subject).toBe('Hello Bcc: victim@evil.example body')
  })

  it('keeps its Message-ID in a second delivery', async () => {
    const server = await startMailServer()
    await sendTo(server.url)
    await sendTo(server.url)
    await sendTo(server.url, aMessage({ key: 'acme.i1.2' }))
    const ids = server.arrived.map(({ raw }) => headers(raw, 'Message-ID')[0])
    expect(ids).toEqual([ids[0], ids[0], 'Message-ID: <acme.i1.2@acme.example>'])
  })

  it('has a Message-ID that fits a line, however long the ids of a host are, and still its own', async () => {
    const server = await startMailServer()
    const key = `invitation.${'=7e'.repeat(128)}.${'=7e'.repeat(128)}`
    for (const generation of [1, 1, 2]) await sendTo(server.url, aMessage({ key: `${key}.${generation}` }))
    const ids = server.arrived.map(({ raw }) => headers(raw, 'Message-ID')[0])
    expect(ids[0]).toMatch(/^Message-ID: <[\w-]{43}@acme\.example>$/)
    expect([ids[1] === ids[0], ids[2] === ids[0]]).toEqual([true, false])
  })

  it.each([
    'a@x.example,b@y.example',
    'a@x.example>\r\nRCPT TO:<b@y.example',
    '"a@y.example" <b@x.example>',
    'group: a@x.example, b@y.example;',
    'a@x.example b@y.example',
    '',
  ])('K27: reaches nobody for the address %j', async (to) => {
    const server = await startMailServer()
    const outcome = await sendTo(server.url, aMessage({ to }))
    expect(outcome).toEqual({ kind: 'failed', reason: 'The address is not one that email can be sent to.' })
    expect(server.arrived).toEqual([])
  })
})
