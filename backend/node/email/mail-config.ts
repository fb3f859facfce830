import { readEmailAddress } from '../../../src/contract/email-address.ts'
import type { Sender } from './mime-message.ts'
import { isSmtpUrl } from './smtp-url.ts'

/** How emails leave. */
export interface MailConfig extends Sender {
  /** The mail server. Undefined drops every email. */
  smtpUrl: string | undefined
  /** The page where invitations are accepted. Undefined is `/join` at the address that the backend listens on. */
  joinUrl: string | undefined
}

type Get = (name: string) => string | undefined

const isAddress = (text: string) => readEmailAddress(text)?.address === text

const isJoinUrl = (text: string) =>
  /^https?:\/\/[^\s<>"'`?#\p{C}]+$/iu.test(text) && URL.canParse(text) && !new URL(text).username

const checks: [name: string, isValid: (value: string) => boolean, rule: string][] = [
  // Does not quote the value, which may contain a password.
  ['SMTP_URL', isSmtpUrl, 'must be the address of a mail server, such as smtp://user:password@host:587.'],
  ['MAIL', (value) => value === 'drop', 'must be drop, or missing.'],
  ['MAIL_FROM', isAddress, 'must be an email address without a name.'],
  ['MAIL_REPORTS_TO', isAddress, 'must be an email address without a name.'],
  ['JOIN_URL', isJoinUrl, 'must be a whole http or https address without a query or fragment.'],
]

/** What is wrong with the mail configuration, a sentence each. In production, nothing falls back to a default. */
export function mailMistakes(get: Get, isProduction: boolean): string[] {
  const mistakes = checks.flatMap(([name, isValid, rule]) => {
    const value = get(name)
    return value === undefined || isValid(value) ? [] : [`${name} ${rule}`]
  })
  if (!isProduction || get('MAIL') === 'drop') return mistakes
  const missing = needed.flatMap(([name, why]) =>
    get(name) === undefined ? [`${name} is missing. ${why}`] : [],
  )
  return [...mistakes, ...missing]
}

const needed = [
  ['SMTP_URL', 'Set it to your mail server, or set MAIL=drop to send no email.'],
  ['MAIL_FROM', 'Set it to the address that emails come from.'],
  ['JOIN_URL', 'Set it to the address of the page where invitations are accepted.'],
] as const

/** Reads a mail configuration without mistakes. */
export function readMailConfig(get: Get, from = 'invitations@roster.example'): MailConfig {
  return {
    smtpUrl: get('MAIL') === 'drop' ? undefined : get('SMTP_URL'),
    from: get('MAIL_FROM') ?? from,
    reportsTo: get('MAIL_REPORTS_TO'),
    joinUrl: get('JOIN_URL'),
  }
}
