import type { MailOutcome } from '../../core/ports/mail.ts'
import { type SmtpAnswer, smtpVerdict } from './smtp-verdict.ts'

const longestReason = 200

const steps: Record<string, SmtpAnswer['step']> = {
  'MAIL FROM': 'sender',
  'RCPT TO': 'recipient',
  DATA: 'data',
}

/** Messages for network errors, by the error's code or by the code in its message. */
const sentences: [RegExp, string][] = [
  [/ECONNREFUSED/, 'The mail server refused the connection.'],
  [/EDNS|ENOTFOUND/, 'The mail server’s name could not be found.'],
  [/ETLS/, 'The mail server’s certificate or encryption was not accepted.'],
  [/time/i, 'The mail server did not respond in time.'],
]

const textOf = (error: unknown, name: string): string | undefined => {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

/** The words of a server as one line. Only the first of its lines keeps its codes. */
function plain(response: string): string {
  const [first = '', ...more] = response.split(/[\r\n]+/)
  const lines = [first.replace(/^(\d{3})-/, '$1 '), ...more.map((line) => line.replace(codes, ''))]
  const text = lines.join(' ').replace(/[\p{Cc}\s]+/gu, ' ')
  return text.trim().slice(0, longestReason).toWellFormed()
}

const codes = /^\d{3}(?:[ -]|$)(?:[245]\.\d{1,3}\.\d{1,3}(?: |$))?/

/**
 * The outcome of an attempt that failed. `during` is how far it got: a network error after the connection was open only
 * concerns one message.
 */
export function smtpOutcome(error: unknown, during: 'connect' | 'message'): MailOutcome {
  const response = textOf(error, 'response')
  const code = Number(textOf(error, 'responseCode') ?? response?.slice(0, 3))
  if (response === undefined || !(code >= 400 && code < 600)) {
    const reason = networkReason(error)
    return during === 'connect' ? { kind: 'waiting', reason } : { kind: 'later', reason }
  }
  const [, enhanced] = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response) ?? []
  const step = during === 'connect' ? 'connect' : (steps[textOf(error, 'command') ?? ''] ?? 'data')
  const reason = plain(response)
  switch (smtpVerdict({ step, code, enhanced })) {
    case 'address':
      return { kind: 'failed', reason }
    case 'ours':
      return { kind: 'waiting', reason, ...(during === 'message' && { ofMessage: true }) }
    case 'busy':
      return { kind: 'later', reason, isBusy: true }
    case 'later':
      return { kind: 'later', reason }
  }
}

function networkReason(error: unknown): string {
  const text = ['name', 'code', 'message'].map((name) => textOf(error, name)).join(' ')
  return sentences.find(([said]) => said.test(text))?.[1] ?? 'The connection to the mail server was lost.'
}
