import { describe, expect, it, onTestFinished } from 'vitest'
import type { MailOutcome } from '../../../../backend/core/ports/mail.ts'
import { createSmtpMail } from '../../../../backend/node/email/create-smtp-mail.ts'
import { aMessage, sender, sendTo } from './send-to.ts'
import { politely, type Script, startScriptedServer } from './start-scripted-server.ts'

/** A script that differs from a plain server in some steps. */
const except =
  (step: RegExp, response: string | undefined): Script =>
  (said, socket) =>
    step.test(said) ? response : politely(said, socket)

/** Sends messages one after another, over connections that are kept. */
async function sendAll(url: string, count: number, patience = 20_000) {
  const mail = createSmtpMail(url, sender)
  onTestFinished(() => mail.close?.())
  const outcomes: MailOutcome[] = []
  for (let key = 0; key < count; key++)
    outcomes.push(
      await mail.send(aMessage({ key: String(key) }), {
        signal: AbortSignal.timeout(patience),
        isWanted: async () => true,
      }),
    )
  return outcomes
}

const sent = { kind: 'sent' }

describe('a mail server that accepts a message and then does something odd', () => {
  it.each<[string, Script]>([
    ['says that it closes', except(/CONTENT/, '250 queued\r\n421 too many, closing\r\n')],
    ['refuses to start anew', except(/RSET/, '502 what?\r\n')],
    [
      'closes the connection',
      (said, socket) => {
        if (said !== 'CONTENT') return politely(said, socket)
        socket.end('250 queued\r\n')
        return undefined
      },
    ],
  ])('%s: the message counts once, and the next ones arrive', async (_name, script) => {
    const server = await startScriptedServer(script)
    expect(await sendAll(server.url, 3)).toEqual([sent, sent, sent])
    expect(server.said.filter((text) => text === 'CONTENT')).toHaveLength(3)
  })

  it('responds twice: no message counts as sent that the server did not get', async () => {
    const server = await startScriptedServer(except(/CONTENT/, '250 queued\r\n250 queued\r\n'))
    const outcomes = await sendAll(server.url, 4)
    const arrived = server.said.filter((text) => text === 'CONTENT').length
    expect(outcomes[0]).toEqual(sent)
    expect(outcomes.filter(({ kind }) => kind === 'sent').length).toBeLessThanOrEqual(arrived)
  })

  it('falls silent on a kept connection: the next message uses a new one, and nothing has to wait', async () => {
    const server = await startScriptedServer(except(/RSET/, undefined))
    expect(await sendAll(server.url, 2, 8_000)).toEqual([sent, sent])
    expect(server.connections()).toBe(2)
  })
})

describe('an odd response', () => {
  it.each<[string, Script, object]>([
    ['of many lines that accepts', except(/^RCPT/, '250-one\r\n250-two\r\n250 three\r\n'), sent],
    ['without CR', (said, socket) => politely(said, socket)?.replaceAll('\r', ''), sent],
    [
      'of many lines that refuses, in one sentence',
      except(/^RCPT/, '550-5.1.1 There is nobody\r\n550-5.1.1 of this name\r\n550 5.1.1 here.\r\n'),
      { kind: 'failed', reason: '550 5.1.1 There is nobody of this name here.' },
    ],
    [
      'with controls, an empty line and half a character at the end of what is kept',
      except(/^RCPT/, `450-4.2.2 \u0000\u001b[31m\r\n450 ${'x'.repeat(184)}😀\r\n`),
      { kind: 'later', reason: `450 4.2.2 [31m ${'x'.repeat(184)}\ufffd` },
    ],
    ['without a code', except(/^RCPT/, 'nonsense\r\n'), { kind: 'later', reason: expect.any(String) }],
    ['with an unknown code', except(/^RCPT/, '999 hm\r\n'), { kind: 'later', reason: expect.any(String) }],
    [
      'to the content that asks for more',
      except(/CONTENT/, '354 go on\r\n'),
      { kind: 'later', reason: expect.any(String) },
    ],
    [
      'without an end',
      except(/CONNECT/, '220-more\r\n'.repeat(200_000)),
      { kind: 'waiting', reason: expect.any(String) },
    ],
    [
      'of one endless line',
      except(/CONNECT/, '2'.repeat(4_000_000)),
      { kind: 'waiting', reason: expect.any(String) },
    ],
  ])('%s is read safely', async (_name, script, outcome) => {
    const server = await startScriptedServer(script)
    const signal = AbortSignal.timeout(10_000)
    expect(await sendTo(server.url, aMessage(), { signal })).toEqual(outcome)
    expect(signal.aborted).toBe(false)
  })
})

describe('encryption that is offered and fails', () => {
  const offer: Script = (said, socket) =>
    /^EHLO/.test(said) ? '250-test\r\n250 STARTTLS\r\n' : politely(said, socket)
  const at =
    (response: string | undefined, isEnd = false): Script =>
    (said, socket) => {
      if (said !== 'STARTTLS') return offer(said, socket)
      if (!isEnd) return response
      socket.end(response ?? '')
      return undefined
    }

  it.each<[string, Script]>([
    ['is refused', at('454 not now\r\n')],
    ['is followed by commands of someone between', at('220 go on\r\n250 ok\r\n235 signed in\r\n')],
    ['ends the connection', at('220 go on\r\n', true)],
    ['never begins', at('220 go on\r\n')],
    ['has no response', at(undefined)],
  ])('%s: nothing is sent in the open, with a password or without', async (_name, script) => {
    for (const auth of ['', 'ada:secret@']) {
      const server = await startScriptedServer(script)
      const outcome = await sendTo(server.foreignUrl(auth), aMessage(), { signal: AbortSignal.timeout(600) })
      expect(outcome).toEqual({ kind: 'waiting', reason: expect.stringMatching(/./) })
      expect(server.said.filter((text) => /^(?:AUTH|MAIL|RCPT|DATA)/.test(text))).toEqual([])
    }
  })
})
