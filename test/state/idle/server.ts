import type { ClientEndReason, EndResult, Hold, Idle } from '../../../src/contract/idle-logout.ts'

export interface ServerPolicy {
  timeoutMs: number | null
  warnMs: number
  allowHold: boolean
}

/** What the server does, in a page: one session, one clock, ages instead of times. */
export function createServer(first: ServerPolicy, now: () => number) {
  const margin = 10_000
  let policy = first
  let rev = 1
  let activityAt = now()
  let graceUntil = -Infinity
  let heldUntil = -Infinity
  let code: string | undefined
  const expiresAt = now() + 12 * 3_600_000
  const calls = { get: 0, report: [] as number[], end: [] as string[] }

  const idleEnd = () =>
    policy.timeoutMs === null
      ? Infinity
      : Math.max(activityAt + policy.timeoutMs, graceUntil, heldUntil + policy.warnMs)

  function peek(): Idle {
    return {
      timeoutMs: policy.timeoutMs,
      warnMs: policy.warnMs,
      idleRemainingMs: policy.timeoutMs === null ? null : Math.max(0, idleEnd() - now()),
      absoluteRemainingMs: Math.max(0, expiresAt - now()),
      allowHold: policy.allowHold,
      policyRev: String(rev),
    }
  }

  function check() {
    if (now() >= expiresAt) code ??= 'session_expired'
    if (now() >= idleEnd() + margin) code ??= 'session_idle'
    if (code) throw Object.assign(new Error(code), { code, status: 401 })
  }

  return {
    calls,
    peek,
    activityAt: () => activityAt,
    isEnded: () => code !== undefined || now() >= idleEnd() + margin,
    get(): Idle {
      calls.get += 1
      check()
      return peek()
    },
    report(ageMs: number): Idle {
      calls.report.push(ageMs)
      check()
      if (!(ageMs >= 0)) throw Object.assign(new Error('invalid_body'), { code: 'invalid_body', status: 400 })
      activityAt = Math.max(activityAt, now() - ageMs)
      return peek()
    },
    end(reason: ClientEndReason): EndResult {
      calls.end.push(reason)
      if (code) return { ended: true }
      if (reason === 'idle' && idleEnd() - now() > 1_000) return { ended: false, idle: peek() }
      code = reason === 'idle' ? 'session_idle' : 'signed_out'
      return { ended: true }
    },
    hold(maxMs: number): Hold {
      check()
      heldUntil = Math.min(now() + maxMs, activityAt + 3_600_000)
      return { id: 'hold', remainingMs: heldUntil - now() }
    },
    release() {
      heldUntil = Math.min(heldUntil, now())
    },
    revoke() {
      code = 'session_revoked'
    },
    /** A manager saves another policy. */
    save(next: Partial<ServerPolicy>) {
      if (now() >= idleEnd() + margin) code ??= 'session_idle'
      const before = policy.timeoutMs ?? Infinity
      policy = { ...policy, ...next }
      rev += 1
      if (policy.timeoutMs !== null && policy.timeoutMs < before) graceUntil = now() + policy.warnMs + 60_000
    },
  }
}

export type Server = ReturnType<typeof createServer>
