import { createHash } from 'node:crypto'
import type { MailMessage } from '../../core/ports/mail.ts'
import { headerMailbox, headerText } from './header-text.ts'

/** Who sends, and who reads replies. */
export interface Sender {
  /** The configured address, which no message changes. */
  from: string
  /** Where replies and reports of unwanted email go. */
  reportsTo?: string | undefined
}

const lineEnd = '\r\n'

/** Ids of a host can be so long that the header would exceed what a line may hold (RFC 5322 §2.1.1). */
const longestKey = 128

/** The `Message-ID` of a message: a second delivery has the same one. */
function messageId(key: string, { from }: Sender): string {
  const id = key.length > longestKey ? createHash('sha256').update(key).digest('base64url') : key
  return `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`
}

/** A part as base64, so that mail servers don't break its lines and readers don't join them. */
function part(type: string, content: string): string[] {
  const bytes = Buffer.from(content.replace(/\r\n|\r|\n/g, lineEnd))
  return [
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    ...(bytes.toString('base64').match(/.{1,76}/g) ?? []),
  ]
}

/** Writes the raw message: its headers, a text part and an HTML part. */
export function mimeMessage(message: MailMessage, sender: Sender, date: Date): string {
  const { to, key, senderName, subject, text, html } = message
  const boundary = `=_${createHash('sha256').update(key).digest('hex').slice(0, 24)}`
  const { reportsTo } = sender
  return [
    `From: ${headerMailbox(senderName, sender.from)}`,
    `To: <${to}>`,
    ...(reportsTo ? [`Reply-To: <${reportsTo}>`, `X-Report-Abuse-To: <${reportsTo}>`] : []),
    `Subject: ${headerText(subject)}`,
    `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: ${messageId(key, sender)}`,
    'Auto-Submitted: auto-generated',
    'X-Auto-Response-Suppress: All',
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    ...part('text/plain', text),
    `--${boundary}`,
    ...part('text/html', html),
    `--${boundary}--`,
    '',
  ].join(lineEnd)
}
