import type { EndReason } from './idle-state.ts'
import { isObject } from './is-object.ts'

const verdicts = new Map<unknown, EndReason>([
  ['session_idle', 'idle'],
  ['session_expired', 'expired'],
  ['session_revoked', 'revoked'],
  ['signed_out', 'signed_out'],
])

/**
 * Returns why the session has ended, if an error says so. A proxy's error page, a bare status and a blocked route say
 * nothing about the session.
 */
export function verdictOf(thrown: unknown): EndReason | undefined {
  return isObject(thrown) && thrown.isExplained !== false ? verdicts.get(thrown.code) : undefined
}
