import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { InvitationMail, MailClaim, MailSettlement } from '../../core/ports/invitation-mail.ts'
import type { Log } from '../../core/ports/log.ts'
import type { MailMessage, MailOutcome, MailPort } from '../../core/ports/mail.ts'
import { invitationMessage, type MessageOptions } from './invitation-message.ts'
import type { MailStop } from './mail-stop.ts'
import type { Pace } from './pace.ts'
import type { RetryAfter } from './retry-after.ts'

/** What sending a claimed email needs. */
export interface SendingParts extends MessageOptions {
  outbox: InvitationMail
  mail: MailPort
  stop: MailStop
  pace: Pace
  waitAfter: RetryAfter
  log: Log
  /** Ms for a whole message, however slowly the server responds. @default 20_000 */
  patience?: number | undefined
}

/** Ms after its signal in which a port returns its own result. */
const grace = 2_000

/** Sends a claimed email, and stores the result. */
export async function sendClaimed(
  claim: MailClaim,
  parts: SendingParts,
  closing: AbortSignal,
): Promise<void> {
  const { outbox, mail, log, patience = 20_000 } = parts
  const signal = AbortSignal.any([AbortSignal.timeout(patience), closing])
  const outcome = await sendMessage()
  await outbox.settle(claim, settlementOf(outcome, claim, parts))

  async function sendMessage(): Promise<MailOutcome> {
    let message: MailMessage
    try {
      message = await invitationMessage(claim, parts)
    } catch (error) {
      log.error({ err: error, mail: claim.id }, 'an email could not be written')
      return { kind: 'later', reason: 'The email could not be written.' }
    }
    return Promise.race([sendBy(message), tooLate(signal)])
  }

  /** The outcome for a port that fails is the same as for one that reports a failure. */
  async function sendBy(message: MailMessage): Promise<MailOutcome> {
    try {
      return checked(await mail.send(message, { signal, isWanted: () => outbox.check(claim) }))
    } catch (error) {
      log.error({ err: error, mail: claim.id }, 'an email could not be sent')
      return { kind: 'later', reason: 'The email could not be sent.' }
    }
  }
}

/** The outcome for a port that ignores its signal. Without it, the email would keep its lane for as long as the port runs. */
async function tooLate(signal: AbortSignal): Promise<MailOutcome> {
  if (!signal.aborted) await once(signal, 'abort')
  return pause(grace, { kind: 'later', reason: 'The email was not sent in time.' }, { ref: false })
}

const kinds = ['sent', 'failed', 'superseded', 'waiting', 'later'] as const satisfies MailOutcome['kind'][]

/** A host's port may return something else. */
function checked(outcome: MailOutcome): MailOutcome {
  if (kinds.includes(outcome?.kind)) return outcome
  throw new TypeError(`mail.send must return one of ${kinds.join(', ')}.`)
}

function settlementOf(outcome: MailOutcome, claim: MailClaim, parts: SendingParts): MailSettlement {
  const { stop, pace, waitAfter, log } = parts
  switch (outcome.kind) {
    case 'sent':
      pace.taken()
      stop.clear()
      return outcome
    case 'failed':
    case 'superseded':
      return outcome
    case 'waiting': {
      const { reason } = outcome
      if (outcome.ofMessage && stop.isAlone(claim.id)) return { kind: 'failed', reason }
      log.warn({ reason }, 'no email can be sent')
      return { kind: 'later', reason, inMs: stop.stop(reason), isOurs: true }
    }
    case 'later': {
      const { reason, isBusy } = outcome
      if (isBusy) pace.tooFast()
      const inMs = waitAfter(isBusy ? 'busy' : 'later', claim.attempts)
      return { kind: 'later', reason, inMs, isOurs: false }
    }
  }
}
