import type { Reason } from '../../contract/actions.ts'
import type { ErrorCode } from '../../contract/problems.ts'

/** What a view needs of a failure; an `ApiError` has it. */
export interface Failure {
  code: ErrorCode
  /** The rule behind a refusal. */
  reason?: Reason | undefined
  /** With the code `cancelled` the host's own sentence, as `reason`. */
  params?: Readonly<Record<string, string>> | undefined
  requestId?: string | undefined
}
