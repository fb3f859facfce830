import { setTimeout as pause } from 'node:timers/promises'
import type { InvitationMail, MailClaim } from '../../core/ports/invitation-mail.ts'
import type { Log } from '../../core/ports/log.ts'
import type { MailPort } from '../../core/ports/mail.ts'
import type { MessageOptions } from './invitation-message.ts'
import { createMailStop } from './mail-stop.ts'
import { createPace } from './pace.ts'
import { type RetryAfter, retryAfterBy } from './retry-after.ts'
import { sendClaimed } from './send-claimed.ts'

/** What a worker sends, and how. */
export interface MailWorkerOptions extends MessageOptions {
  outbox: InvitationMail
  mail: MailPort
  log: Log
  /** @default the waits of `retryAfterBy`, by chance */
  waitAfter?: RetryAfter
  /** Ms for a whole message. @default 20_000 */
  patience?: number
}

const lanes = 4
/** Longer than a whole message may take: a worker that is killed frees its emails after it. */
const claimFor = 30_000
const lookEvery = 1_000
const claimedWhileStopped = 200
const patienceAtEnd = 5_000
/** The longest wait while the database doesn’t respond, as a multiple of the usual one. */
const longestRest = 10

/**
 * Sends the emails of the outbox. Any number of workers share an outbox. Returns a function that waits for the
 * emails that are being sent, and stops.
 */
export function startMailWorker(options: MailWorkerOptions): () => Promise<void> {
  const { outbox, mail, log, waitAfter = retryAfterBy(Math.random) } = options
  const now = () => performance.now()
  const [stop, pace] = [createMailStop(now, (stops) => waitAfter('ours', stops)), createPace(now)]
  const parts = { ...options, stop, pace, waitAfter }
  const [closing, ending] = [new AbortController(), new AbortController()]
  const rest = (ms: number) => pause(ms, undefined, { signal: closing.signal, ref: false }).catch(() => {})
  const isClosing = () => closing.signal.aborted

  async function sendOne(claim: MailClaim) {
    await sendClaimed(claim, parts, ending.signal).catch((error: unknown) => {
      if (!isClosing())
        log.error({ err: error, mail: claim.id }, 'the result of an email could not be stored')
    })
  }

  /** Stores once for each company why its emails wait, and leaves them until the next try. */
  async function wait() {
    const known = new Set<string>()
    while (stop.remaining() > 0 && !isClosing()) {
      for (const claim of await outbox.claim(claimedWhileStopped, stop.remaining())) {
        if (known.has(claim.companyId)) continue
        known.add(claim.companyId)
        const inMs = stop.remaining()
        await outbox.settle(claim, { kind: 'later', reason: stop.reason(), inMs, isOurs: true })
      }
      await rest(Math.min(stop.remaining(), lookEvery))
    }
  }

  const underWay = new Set<Promise<void>>()
  async function look() {
    if (stop.remaining() > 0) return wait()
    await rest(pace.wait())
    const free = Math.min((stop.isTrying() ? 1 : lanes) - underWay.size, pace.turn())
    const claims = free > 0 && !isClosing() ? await outbox.claim(free, claimFor) : []
    for (const claim of claims) {
      const sending: Promise<void> = sendOne(claim).finally(() => underWay.delete(sending))
      underWay.add(sending)
    }
    // A slow email occupies one lane. The others are free for new emails.
    if (claims.length < free) await Promise.race([...underWay, rest(lookEvery)])
    else if (underWay.size >= lanes || stop.isTrying()) await Promise.race(underWay)
  }

  async function run() {
    let failures = 0
    while (!isClosing()) {
      try {
        await look()
        failures = 0
      } catch (error) {
        if (failures++ === 0 && !isClosing())
          log.error({ err: error }, 'the outbox of emails could not be read')
        await rest(Math.min(failures, longestRest) * lookEvery)
      }
    }
    await Promise.all(underWay)
  }
  const running = run()

  return async () => {
    closing.abort()
    await Promise.race([running, pause(patienceAtEnd, undefined, { ref: false })])
    ending.abort()
    await mail.close?.()
  }
}
