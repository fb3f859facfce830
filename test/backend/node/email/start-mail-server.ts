import { type AddressInfo, createServer } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { onTestFinished } from 'vitest'

/** A message as it arrived. */
export interface Arrived {
  from: string
  to: string[]
  raw: string
}

/** An answer of a mail server, as it refuses something. */
export function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}

export interface MailServer {
  url: string
  arrived: Arrived[]
  close(): Promise<void>
}

/** Listens on the loopback address. Takes everything that `options` doesn't refuse, until it is closed. */
export async function listenForMail(options: SMTPServerOptions = {}, port = 0): Promise<MailServer> {
  const arrived: Arrived[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    ...options,
    async onData(stream, session, done) {
      const bytes = await buffer(stream).catch(() => null)
      // The client closed the connection in the middle.
      if (!bytes) return
      const raw = bytes.toString('latin1')
      const settle = (error?: Error | null) => {
        const { mailFrom, rcptTo } = session.envelope
        if (!error)
          arrived.push({
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            raw,
          })
        done(error)
      }
      if (options.onData) options.onData(stream, session, settle)
      else settle()
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const { port: used } = server.server.address() as AddressInfo
  let closed: Promise<void> | undefined
  const close = () => {
    closed ??= new Promise<void>((resolve) => server.close(() => resolve()))
    return closed
  }
  return { url: `smtp://127.0.0.1:${used}`, arrived, close }
}

/** Starts a mail server for the current test. */
export async function startMailServer(options: SMTPServerOptions = {}, port = 0): Promise<MailServer> {
  const server = await listenForMail(options, port)
  onTestFinished(server.close)
  return server
}

/** The address of a port that nothing listens at. */
export async function freeUrl(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `smtp://127.0.0.1:${port}`
}
