import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'

/** A mail server that delivers to one place. */
export interface DemoMailServer {
  url: string
  close(): Promise<void>
}

/** Bytes of an email, and its recipients. Any process of this machine can send. */
const longest = 262_144
const mostRecipients = 100

/** The source of an email, or undefined if it is too long. It is read to its end, as the sender waits for that. */
async function textOf(stream: SMTPServerDataStream): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream) {
    length += chunk.length
    if (length <= longest) chunks.push(chunk)
  }
  return length <= longest ? Buffer.concat(chunks).toString('latin1') : undefined
}

/** Starts a mail server on the loopback address, for this machine alone. It takes every email of a usual size. */
export async function startMailServer(
  keep: (recipient: string, raw: string) => Promise<void>,
): Promise<DemoMailServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 1_000,
    size: longest,
    maxClients: 50,
    onRcptTo(_address, { envelope }, done) {
      done(envelope.rcptTo.length < mostRecipients ? null : new Error('This email has too many recipients.'))
    },
    async onData(stream, { envelope }, done) {
      try {
        const raw = await textOf(stream)
        if (raw === undefined)
          return done(Object.assign(new Error('This email is too large.'), { responseCode: 552 }))
        for (const { address } of envelope.rcptTo) await keep(address, raw)
        done()
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)))
      }
    },
  })
  server.on('error', (error) => console.error('The mailbox:', error.message))
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
