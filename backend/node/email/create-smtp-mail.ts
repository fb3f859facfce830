import { Readable } from 'node:stream'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import { readEmailAddress } from '../../../src/contract/email-address.ts'
import type { MailOutcome, MailPort, SendOptions } from '../../core/ports/mail.ts'
import { mimeMessage, type Sender } from './mime-message.ts'
import { createSmtpConnections } from './smtp-connections.ts'
import { smtpOutcome } from './smtp-outcome.ts'
import { readSmtpUrl } from './smtp-url.ts'

/** Cancels a message that is no longer wanted, after the server is ready for its content. */
class Unwanted extends Error {
  override readonly name = 'Unwanted'
}

async function* contentOf(content: string, isWanted: SendOptions['isWanted']) {
  if (!(await isWanted())) throw new Unwanted('The message is not wanted any more.')
  yield Buffer.from(content)
}

/**
 * Resolves once the server has accepted the message. If we close the connection ourselves, the library doesn't call
 * back.
 */
function transfer(
  connection: SMTPConnection,
  envelope: SMTPConnection.Envelope,
  content: Readable,
  signal: AbortSignal,
) {
  const taken = Promise.withResolvers<void>()
  const abort = () => taken.reject(signal.reason)
  signal.addEventListener('abort', abort)
  connection.send(envelope, content, (error) => (error ? taken.reject(error) : taken.resolve()))
  if (signal.aborted) abort()
  return taken.promise.finally(() => signal.removeEventListener('abort', abort))
}

/** Sends emails by SMTP. The envelope has one recipient, and the sender is always the configured address. */
export function createSmtpMail(url: string, sender: Sender): MailPort {
  const connections = createSmtpConnections(readSmtpUrl(url))

  async function transferOn(
    connection: SMTPConnection,
    to: string,
    message: string,
    { signal, isWanted }: SendOptions,
  ): Promise<MailOutcome> {
    const content = Readable.from(contentOf(message, isWanted))
    try {
      await transfer(connection, { from: sender.from, to: [to] }, content, signal)
      connections.giveBack(connection)
      return { kind: 'sent' }
    } catch (error) {
      connection.close()
      // The content's own error comes before the connection's.
      if (content.errored instanceof Unwanted) return { kind: 'superseded' }
      return smtpOutcome(error, 'message')
    }
  }

  return {
    async send(message, options) {
      // Another form of the address could belong to another person.
      if (readEmailAddress(message.to)?.address !== message.to)
        return { kind: 'failed', reason: 'The address is not one that email can be sent to.' }
      const written = mimeMessage(message, sender, new Date())
      try {
        const connection = await connections.take(options.signal)
        return await transferOn(connection, message.to, written, options)
      } catch (error) {
        return smtpOutcome(error, 'connect')
      }
    },
    close: async () => connections.close(),
  }
}
