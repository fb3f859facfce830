import type { FailedRow } from '../../contract/selections.ts'

/** Seconds from its failure until a row can be tried again. 0 if it can be at once. */
export function waitOf({ reason, code, params }: Pick<FailedRow, 'reason' | 'code' | 'params'>): number {
  const seconds = (reason ?? code) === 'cooldown' ? Number(params?.retryAfter) : 0
  return Number.isFinite(seconds) ? seconds : 0
}
