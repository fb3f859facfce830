import type { IdlePolicy } from './idle-state.ts'
import { isDuration } from './is-duration.ts'

const minute = 60_000

/** The shortest timeout that a company can choose. It applies as long as nothing valid is known. */
const shortest = 10 * minute

/**
 * Completes a policy, which a server or a host may have written wrongly. A timeout that isn't valid changes nothing, so
 * it can't turn idle logout off.
 */
export function soundPolicy(policy: IdlePolicy, known?: IdlePolicy): Required<IdlePolicy> {
  const isValid = policy.timeoutMs === null || (isDuration(policy.timeoutMs) && policy.timeoutMs > 0)
  const timeoutMs = isValid ? policy.timeoutMs : known ? known.timeoutMs : shortest
  const usual = (timeoutMs ?? 0) > shortest ? 2 * minute : minute
  const warnMs = isDuration(policy.warnMs) ? policy.warnMs : usual
  return {
    timeoutMs,
    // A warning that is as long as the timeout would never be off the screen.
    warnMs: Math.min(warnMs, (timeoutMs ?? Infinity) / 2),
    allowHold: policy.allowHold === true,
  }
}
