import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

/** A mail server that delivers to one place. */
export interface DemoMailServer {
  url: string
  close(): Promise<void>
}

/** Starts a mail server on the loopback address, for this machine alone. It takes every email. */
export async function startMailServer(
  keep: (recipient: string, raw: string) => Promise<void>,
): Promise<DemoMailServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 1_000,
    async onData(stream, { envelope }, done) {
      try {
        const raw = (await buffer(stream)).toString('latin1')
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
