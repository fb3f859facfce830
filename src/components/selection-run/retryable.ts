import type { FailedRow } from '../../contract/selections.ts'

type Failed = Partial<Pick<FailedRow, 'code' | 'reason'>>

/** Whether a failed row has to be looked at before another try, so that *Retry* leaves it out. */
export const isToLookAt = ({ reason, code }: Failed): boolean => (reason ?? code) === 'changed_since'

/**
 * How many of the failed rows can be retried together. If not all of them are loaded, it is undefined, or 0 if none of
 * those that are loaded can be retried.
 */
export function retryable(rows: readonly Failed[], failures: number): number | undefined {
  const count = rows.filter((row) => !isToLookAt(row)).length
  return count === 0 || rows.length >= failures ? count : undefined
}
