import type { EndReason } from './idle-state.ts'

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
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return undefined
  if ('isExplained' in thrown && thrown.isExplained === false) return undefined
  return verdicts.get(thrown.code)
}
