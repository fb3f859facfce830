import { type AddressInfo, createServer, type Socket } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createSmtpMail } from '../../../../backend/node/email/create-smtp-mail.ts'
import { smtpVerdict } from '../../../../backend/node/email/smtp-verdict.ts'
import { aMessage, sender, sendTo } from './send-to.ts'
import { freeUrl, refusal, startMailServer } from './start-mail-server.ts'

describe('the table of responses', () => {
  it.each([
    ['recipient', 550, '5.1.1', 'address'],
    ['recipient', 550, undefined, 'address'],
    ['recipient', 551, undefined, 'address'],
    ['recipient', 553, '5.1.3', 'address'],
    ['recipient', 556, undefined, 'address'],
    ['recipient', 552, '5.2.2', 'address'],
    ['recipient', 550, '5.4.1', 'address'],
    ['data', 550, '5.1.1', 'address'],
    ['data', 552, '5.2.3', 'address'],
    ['recipient', 554, '5.7.1', 'ours'],
    ['recipient', 550, '5.7.1', 'ours'],
    ['recipient', 554, undefined, 'ours'],
    ['recipient', 530, '5.7.0', 'ours'],
    ['recipient', 503, '5.5.1', 'ours'],
    ['recipient', 550, '5.1.8', 'ours'],
    ['data', 554, '5.6.0', 'ours'],
    ['data', 554, undefined, 'ours'],
    ['sender', 550, '5.1.0', 'ours'],
    ['sender', 553, undefined, 'ours'],
    ['connect', 535, '5.7.8', 'ours'],
    ['connect', 554, undefined, 'ours'],
    ['connect', 454, '4.7.0', 'ours'],
    ['connect', 421, undefined, 'busy'],
    ['recipient', 421, '4.7.28', 'busy'],
    ['recipient', 454, undefined, 'busy'],
    ['data', 454, undefined, 'busy'],
    ['data', 452, '4.5.3', 'busy'],
    ['sender', 450, '4.3.2', 'busy'],
    ['recipient', 450, '4.7.1', 'later'],
    ['recipient', 451, undefined, 'later'],
    ['recipient', 452, '4.2.2', 'later'],
    ['data', 451, '4.3.0', 'later'],
    ['sender', 451, undefined, 'later'],
  ] as const)('%s, %i, %s: %s', (step, code, enhanced, verdict) => {
    expect(smtpVerdict({ step, code, enhanced })).toBe(verdict)
  })
})

describe('a mail server that refuses', () => {
  const at = {
    connect: { command: 'onConnect' },
    sender: { command: 'onMailFrom' },
    recipient: { command: 'onRcptTo' },
    data: { command: 'onData' },
  }
  it.each([
    ['recipient', 550, '5.1.1 No such user', { kind: 'failed', reason: '550 5.1.1 No such user' }],
    ['recipient', 451, '4.7.1 Greylisted', { kind: 'later', reason: '451 4.7.1 Greylisted' }],
    [
      'recipient',
      554,
      '5.7.1 Relay access denied',
      { kind: 'waiting', reason: '554 5.7.1 Relay access denied', ofMessage: true },
    ],
    [
      'sender',
      550,
      '5.7.1 Not your address',
      { kind: 'waiting', reason: '550 5.7.1 Not your address', ofMessage: true },
    ],
    ['data', 454, 'Throttled', { kind: 'later', isBusy: true, reason: '454 Throttled' }],
    ['data', 554, '5.7.1 Spam', { kind: 'waiting', reason: '554 5.7.1 Spam', ofMessage: true }],
    ['connect', 554, 'Go away', { kind: 'waiting', reason: expect.stringContaining('554') }],
  ] as const)('%s, %i: is read as it says', async (step, code, text, outcome) => {
    const server = await startMailServer({
      [at[step].command]: (...asked: unknown[]) => {
        const done = asked.at(-1)
        if (typeof done === 'function') done(refusal(code, text))
      },
    })
    expect(await sendTo(server.url)).toEqual(outcome)
    expect(server.arrived).toEqual([])
  })

  it('makes everything wait for a wrong password, with the server’s words', async () => {
    const server = await startMailServer({
      authOptional: false,
      onAuth: (_auth, _session, done) => done(refusal(535, 'Authentication failed')),
    })
    const url = server.url.replace('//', '//user:wrong@')
    expect(await sendTo(url)).toEqual({ kind: 'waiting', reason: '535 Authentication failed' })
  })

  it('keeps a password off a connection that is not encrypted, except to this machine', async () => {
    let signedIn = ''
    const server = await startMailServer({
      authOptional: false,
      onAuth: ({ username = '', password = '' }, _session, done) => {
        signedIn = `${username} ${password}`
        done(null, { user: username })
      },
    })
    expect(await sendTo(server.url.replace('//', '//us%40er:p%3Ass@'))).toEqual({ kind: 'sent' })
    expect(signedIn).toBe('us@er p:ss')
    // The same machine by a name that isn't its own.
    signedIn = ''
    const outcome = await sendTo(server.url.replace('//127.0.0.1', '//user:pass@0.0.0.0'))
    expect(outcome.kind).toBe('waiting')
    expect(signedIn).toBe('')
  })
})

describe('a network that fails', () => {
  it('makes everything wait while there is no server', async () => {
    expect(await sendTo(await freeUrl())).toEqual({
      kind: 'waiting',
      reason: 'The mail server refused the connection.',
    })
  })

  /** A server that stops at a step of the conversation: it hangs, or drops the connection. */
  async function stopAt(command: RegExp, what: 'hang' | 'drop') {
    const sockets = new Set<Socket>()
    const server = createServer((socket) => {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.write('220 test\r\n')
      let isData = false
      socket.on('data', (bytes) => {
        const text = bytes.toString('latin1')
        if (command.test(text)) return what === 'drop' ? socket.destroy() : undefined
        if (isData && !text.endsWith('\r\n.\r\n')) return
        isData = /^DATA/.test(text)
        socket.write(isData ? '354 go on\r\n' : '250 ok\r\n')
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy()
      server.close()
    })
    return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  it.each([
    ['hang', /^EHLO/, 'waiting', 'The mail server did not respond in time.'],
    ['hang', /^RCPT/, 'later', 'The mail server did not respond in time.'],
    ['hang', /\r\n\.\r\n$/, 'later', 'The mail server did not respond in time.'],
    ['drop', /^EHLO/, 'waiting', 'The connection to the mail server was lost.'],
    ['drop', /^MAIL/, 'later', 'The connection to the mail server was lost.'],
    ['drop', /^DATA/, 'later', 'The connection to the mail server was lost.'],
    ['drop', /\r\n\.\r\n$/, 'later', 'The connection to the mail server was lost.'],
  ] as const)('frees the message: %s at %s', async (what, command, kind, reason) => {
    const url = await stopAt(command, what)
    const began = performance.now()
    expect(await sendTo(url, aMessage(), { signal: AbortSignal.timeout(400) })).toEqual({ kind, reason })
    expect(performance.now() - began).toBeLessThan(5_000)
  })
})

describe('V11: a message that is not wanted any more', () => {
  it('does not leave, though the server is ready for its content', async () => {
    const held = Promise.withResolvers<void>()
    const asked = Promise.withResolvers<void>()
    const server = await startMailServer({
      onRcptTo: (_address, _session, done) => {
        asked.resolve()
        void held.promise.then(() => done())
      },
    })
    let wanted = true
    const sending = sendTo(server.url, aMessage(), { isWanted: async () => wanted })
    await asked.promise
    wanted = false
    held.resolve()
    expect(await sending).toEqual({ kind: 'superseded' })
    expect(server.arrived).toEqual([])
  })
})

describe('connections', () => {
  it('are kept for messages that follow, and closed by the server without harm', async () => {
    let connections = 0
    const server = await startMailServer({
      onConnect: (_session, done) => {
        connections += 1
        done()
      },
    })
    const mail = createSmtpMail(server.url, sender)
    onTestFinished(() => mail.close?.())
    const send = (key: string) =>
      mail.send(aMessage({ key }), { signal: AbortSignal.timeout(20_000), isWanted: async () => true })
    for (const key of ['1', '2', '3']) expect(await send(key)).toEqual({ kind: 'sent' })
    expect(connections).toBe(1)
    const [port] = server.url.split(':').slice(-1)
    await server.close()
    await startMailServer({}, Number(port))
    expect(await send('4')).toEqual({ kind: 'sent' })
  })
})
