import type { Failure } from '../base/failure.ts'
import type { Reason } from '../contract/actions.ts'
import type { ErrorCode, ProblemField } from '../contract/problems.ts'
import type { User } from '../contract/users.ts'
import type { ClientErrorCode } from './client-error-codes.ts'

/** The details of a failure. */
export interface ApiErrorDetails {
  status?: number
  /** The request's id on the server, for a support case. */
  requestId?: string
  fields?: readonly ProblemField[]
  reason?: Reason
  /** Values for the sentence of `code` or `reason`. */
  params?: Readonly<Record<string, string>>
  /** Seconds to wait before the next try. */
  retryAfter?: number
  /** Plain text for people, in their language. */
  userMessage?: string
  current?: User
  /** What was thrown originally. */
  cause?: unknown
}

/**
 * The only kind of error that a `RosterApi` rejects with. Its message is for developers; act on its code, and show
 * people the text for that code.
 */
export class ApiError extends Error implements ApiErrorDetails, Failure {
  override readonly name: string = 'ApiError'
  /** Distinguishes an `ApiError` from other errors, even with two copies of the package on one page. */
  readonly isApiError = true
  readonly code: ErrorCode | ClientErrorCode
  /** The HTTP status, if there was a response. */
  readonly status?: number
  /** The request's id on the server, for a support case. */
  readonly requestId?: string
  /** Faults of the request or the response. Empty if the server names none. */
  readonly fields: readonly ProblemField[]
  /** The rule behind a refusal. */
  readonly reason?: Reason
  /** Values for the sentence of `code` or `reason`. */
  readonly params?: Readonly<Record<string, string>>
  /** Seconds to wait before the next try. */
  readonly retryAfter?: number
  /** The backend's own sentence for people, from the problem's `message`. */
  readonly userMessage?: string
  /** The latest version of the user, if the request had an older one. */
  readonly current?: User

  constructor(code: ErrorCode | ClientErrorCode, message: string, details: ApiErrorDetails = {}) {
    super(message, { cause: details.cause })
    this.code = code
    this.status = details.status
    this.requestId = details.requestId
    this.fields = details.fields ?? []
    this.reason = details.reason
    this.params = details.params
    this.retryAfter = details.retryAfter
    this.userMessage = details.userMessage
    this.current = details.current
  }
}
