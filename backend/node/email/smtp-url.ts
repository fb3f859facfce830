import type SMTPConnection from 'nodemailer/lib/smtp-connection'

/** A mail server, and who sends with it. */
export interface SmtpServer {
  options: SMTPConnection.Options
  auth: { user: string; pass: string } | undefined
}

const loopback = /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?)$/i

/** Whether a text is the address of a mail server. */
export const isSmtpUrl = (text: string): boolean =>
  URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname !== ''

/** Reads `smtp://user:password@host:port` or `smtps://…`. A password is only sent over TLS, except to this machine. */
export function readSmtpUrl(text: string): SmtpServer {
  const { protocol, hostname, port, username, password } = new URL(text)
  const secure = protocol === 'smtps:'
  const auth = username
    ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
    : undefined
  const isHere = loopback.test(hostname)
  return {
    auth,
    options: {
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port ? Number(port) : secure ? 465 : 587,
      secure,
      requireTLS: !secure && auth !== undefined && !isHere,
      // A server on this machine has no name that a certificate could hold.
      ignoreTLS: !secure && isHere,
    },
  }
}
