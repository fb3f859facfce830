import type { ParsedMail } from 'mailparser'
import type { KeptMail } from './mailbox.ts'

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character)

const sheet = `
:root { color-scheme: light dark; }
body { margin: 0; font: 14px/20px Inter, system-ui, sans-serif; color: light-dark(#191b22, #ecedf2); background: light-dark(#f1f2f4, #101114); }
header, ol, p, pre { background: light-dark(#fff, #17181d); }
header { padding: 20px 32px; border-block-end: 1px solid light-dark(#e3e4e8, #2b2d35); }
h1 { margin: 0 0 8px; font-size: 18px; line-height: 24px; font-weight: 600; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: 56px 1fr; margin: 0 0 12px; font-size: 13px; }
dd { margin: 0; overflow-wrap: anywhere; }
dt, time { color: light-dark(#5b5e68, #a3a6b3); }
nav { display: flex; gap: 16px; }
a { color: light-dark(#2f4cc0, #91a7ff); }
a[aria-current] { color: inherit; font-weight: 600; text-decoration: none; }
ol { margin: 0; padding: 0; list-style: none; }
li a { display: grid; grid-template-columns: minmax(0, 14rem) minmax(0, 1fr) auto; gap: 4px 24px; padding: 12px 32px; color: inherit; text-decoration: none; border-block-end: 1px solid light-dark(#e3e4e8, #2b2d35); }
li a > * { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
iframe { display: block; inline-size: 100%; block-size: 760px; border: 0; }
p, pre { margin: 0; padding: 24px 32px; }
pre { font: 13px/20px ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
`

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** The email's own document may show pictures and styles. It runs nothing, and its links open elsewhere. */
const framedPolicy =
  "default-src 'none'; img-src https: data:; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"

const respond = (body: string, type: string, contentPolicy: string) =>
  new Response(body, {
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Security-Policy': contentPolicy,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    },
  })

const page = (title: string, body: string, head = '') =>
  respond(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${head}<title>${escaped(title)}</title><style>${sheet}</style></head><body>${body}</body></html>`,
    'text/html',
    policy,
  )

const timeOf = (at: Date) => `<time datetime="${at.toISOString()}">${at.toUTCString()}</time>`

/** The list of emails, which loads itself again. */
export function listPage(
  mails: readonly (Pick<KeptMail, 'id' | 'at' | 'recipient'> & { subject: string })[],
) {
  const rows = mails.map(
    ({ id, at, recipient, subject }) =>
      `<li><a href="/mail/${id}"><span>${escaped(recipient)}</span><bdi>${escaped(subject)}</bdi>${timeOf(at)}</a></li>`,
  )
  const list =
    rows.length > 0 ? `<ol>${rows.join('')}</ol>` : '<p>No email has arrived yet. Invite someone.</p>'
  return page(
    'Mailbox',
    `<header><h1>Mailbox</h1>Every email that this demo sends arrives here, and nowhere else.</header><main>${list}</main>`,
    '<meta http-equiv="refresh" content="5">',
  )
}

/** The ways to look at an email. */
export const views = ['html', 'text', 'raw'] as const

/** A way to look at an email. */
export type MailView = (typeof views)[number]

const names: Record<MailView, string> = { html: 'HTML', text: 'Text', raw: 'Raw' }

/** An email: its head, and one of its parts. */
export function mailPage({ id, at, raw }: KeptMail, mail: ParsedMail, view: MailView) {
  const subject = mail.subject ?? ''
  const recipients = [mail.to ?? []].flat().map(({ text }) => text)
  const links = views.map(
    (other) =>
      `<a href="/mail/${id}?view=${other}"${other === view ? ' aria-current="page"' : ''}>${names[other]}</a>`,
  )
  const head = `<header><h1><bdi>${escaped(subject)}</bdi></h1>
    <dl><dt>From</dt><dd>${escaped(mail.from?.text ?? '')}</dd><dt>To</dt><dd>${escaped(recipients.join(', '))}</dd><dt>At</dt><dd>${timeOf(at)}</dd></dl>
    <nav aria-label="Parts"><a href="/mail">Mailbox</a>${links.join('')}</nav></header>`
  const body =
    view === 'html'
      ? `<iframe title="HTML of the email" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mail/${id}/html"></iframe>`
      : `<pre>${escaped(view === 'text' ? (mail.text ?? '') : raw)}</pre>`
  return page(subject, `${head}<main>${body}</main>`)
}

/** The HTML of an email as it is, for the frame. */
export const framedHtml = (mail: ParsedMail) =>
  respond((mail.html || '').replace('<head>', '<head><base target="_blank">'), 'text/html', framedPolicy)
