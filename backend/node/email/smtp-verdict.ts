/** A response of a mail server, and the step that it belongs to. */
export interface SmtpAnswer {
  step: 'connect' | 'sender' | 'recipient' | 'data'
  /** Three digits. */
  code: number
  /** The enhanced code of RFC 3463, such as 5.1.1. */
  enhanced?: string
}

/** Whose fault it is that a message was refused. */
export type Verdict = 'address' | 'ours' | 'later' | 'busy'

interface Row extends Partial<Pick<SmtpAnswer, 'step'>> {
  /** The code or its beginning. */
  code?: string
  /** The enhanced code or its beginning. */
  enhanced?: string
  verdict: Verdict
}

/** The first row that fits a response decides. */
const rows: readonly Row[] = [
  // Too many messages, or connections, for now.
  { code: '421', verdict: 'busy' },
  { step: 'connect', verdict: 'ours' },
  { code: '454', verdict: 'busy' },
  { code: '4', enhanced: '4.3.2', verdict: 'busy' },
  { code: '4', enhanced: '4.4.5', verdict: 'busy' },
  { code: '4', enhanced: '4.5.3', verdict: 'busy' },
  { code: '4', enhanced: '4.7.28', verdict: 'busy' },
  // A full mailbox, greylisting, or a server that is down.
  { code: '4', verdict: 'later' },
  // The sender’s address is refused for every recipient.
  { step: 'sender', verdict: 'ours' },
  { enhanced: '5.1.7', verdict: 'ours' },
  { enhanced: '5.1.8', verdict: 'ours' },
  // Also after the data, since some servers only check the mailbox then.
  { enhanced: '5.1.', verdict: 'address' },
  { enhanced: '5.2.', verdict: 'address' },
  { enhanced: '5.4.', verdict: 'address' },
  // Protocol, content and policy, such as denied relaying, required authentication, or suspected spam.
  { enhanced: '5.5.', verdict: 'ours' },
  { enhanced: '5.6.', verdict: 'ours' },
  { enhanced: '5.7.', verdict: 'ours' },
  { code: '50', verdict: 'ours' },
  { code: '53', verdict: 'ours' },
  { code: '556', verdict: 'address' },
  { code: '554', verdict: 'ours' },
  { code: '55', verdict: 'address' },
  { verdict: 'ours' },
]

/** Decides whose fault a refusal is: one table for every response of a mail server. */
export function smtpVerdict({ step, code, enhanced = '' }: SmtpAnswer): Verdict {
  const row = rows.find(
    (candidate) =>
      (candidate.step === undefined || candidate.step === step) &&
      (candidate.code === undefined || String(code).startsWith(candidate.code)) &&
      (candidate.enhanced === undefined ||
        enhanced === candidate.enhanced ||
        (candidate.enhanced.endsWith('.') && enhanced.startsWith(candidate.enhanced))),
  )
  return row?.verdict ?? 'ours'
}
