import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { SmtpServer } from './smtp-url.ts'

const patience = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  dnsTimeout: 10_000,
  socketTimeout: 60_000,
}
const idleFor = 5_000
const messagesOfOne = 50
/** Ms for a kept connection to respond: a network may have dropped it silently, and a new one opens sooner. */
const patienceWithKept = 2_000

/** Connections to a mail server that are ready for a message. */
export interface SmtpConnections {
  /** A connection that is signed in. It rejects with the error of the mail server, or of the network. */
  take(signal: AbortSignal): Promise<SMTPConnection>
  /** Keeps a connection for the next message. */
  giveBack(connection: SMTPConnection): void
  close(): void
}

function open({ options, auth }: SmtpServer, signal: AbortSignal): Promise<SMTPConnection> {
  const connection = new SMTPConnection({ ...patience, ...options, socketCloseTimeout: 1_000 })
  const opened = Promise.withResolvers<SMTPConnection>()
  const abort = () => opened.reject(signal.reason)
  // This also handles later errors. A running send receives its own error.
  connection.on('error', opened.reject)
  signal.addEventListener('abort', abort)
  connection.connect((error) => {
    if (error) opened.reject(error)
    else if (!auth) opened.resolve(connection)
    else
      connection.login({ ...auth, credentials: auth }, (refused) =>
        refused ? opened.reject(refused) : opened.resolve(connection),
      )
  })
  if (signal.aborted) abort()
  return opened.promise
    .catch((error: unknown) => {
      connection.close()
      throw error
    })
    .finally(() => signal.removeEventListener('abort', abort))
}

/** Whether a connection that was idle can still be used: a server may have closed it in the meantime. */
function isAlive(connection: SMTPConnection, signal: AbortSignal): Promise<boolean> {
  const asked = Promise.withResolvers<boolean>()
  const gone = () => asked.resolve(false)
  connection.once('end', gone)
  signal.addEventListener('abort', gone)
  connection.reset((error) => asked.resolve(!error))
  if (signal.aborted) gone()
  return asked.promise.finally(() => {
    connection.off('end', gone)
    signal.removeEventListener('abort', gone)
  })
}

/** Keeps connections open between messages that follow each other. */
export function createSmtpConnections(server: SmtpServer): SmtpConnections {
  const idle = new Map<SMTPConnection, NodeJS.Timeout>()
  const messages = new WeakMap<SMTPConnection, number>()
  let isClosed = false

  const forget = (connection: SMTPConnection) => {
    clearTimeout(idle.get(connection))
    return idle.delete(connection)
  }

  return {
    async take(signal) {
      const [kept] = idle.keys()
      if (kept) {
        forget(kept)
        if (await isAlive(kept, AbortSignal.any([signal, AbortSignal.timeout(patienceWithKept)]))) return kept
        kept.close()
      }
      const connection = await open(server, signal)
      connection.once('end', () => forget(connection))
      return connection
    },
    giveBack(connection) {
      const count = (messages.get(connection) ?? 0) + 1
      messages.set(connection, count)
      if (isClosed || count >= messagesOfOne) return connection.quit()
      const quit = () => {
        idle.delete(connection)
        connection.quit()
      }
      idle.set(connection, setTimeout(quit, idleFor).unref())
    },
    close() {
      isClosed = true
      for (const connection of idle.keys()) {
        forget(connection)
        connection.quit()
      }
    },
  }
}
