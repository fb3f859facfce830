import type { Idle } from '@aicx/roster/contract'
import type { Admission } from '../ports/admission.ts'
import type { SignInRef } from '../ports/identity.ts'
import { idleDeadline } from './idle-deadline.ts'
import { warnMs } from './idle-lengths.ts'

/** The time that a session has left, for its pages. */
export function idleView(
  { session, idlePolicy, now }: Pick<Admission, 'session' | 'idlePolicy' | 'now'>,
  { expiresAt }: Pick<SignInRef, 'expiresAt'>,
): Idle {
  const until = (moment: number) => Math.max(0, Math.round(moment - now.getTime()))
  const deadline = idleDeadline(idlePolicy, session)
  const { timeoutMinutes, minuteMs, enabled, allowHold, rev } = idlePolicy
  return {
    timeoutMs: enabled ? timeoutMinutes * minuteMs : null,
    warnMs: warnMs(idlePolicy),
    idleRemainingMs: deadline === null ? null : until(deadline),
    absoluteRemainingMs: until(expiresAt.getTime()),
    allowHold,
    policyRev: String(rev),
  }
}
