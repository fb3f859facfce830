import type { Failure } from '../base/failure.ts'
import type { Reason } from '../contract/actions.ts'
import type { ErrorCode, ProblemField } from '../contract/problems.ts'
import type { User } from '../contract/users.ts'
import type { ClientErrorCode } from './client-error-codes.ts'

/** What is known of a failure beside its code. */
export interface ApiErrorDetails {
  status?: number
  requestId?: string
  fields?: readonly ProblemField[]
  reason?: Reason
  params?: Readonly<Record<string, string>>
  retryAfter?: number
  userMessage?: string
  current?: User
  cause?: unknown
}

/** The one kind of error that a `RosterApi` rejects with; its message is for developers, its code for everyone else. */
export class ApiError extends Error implements ApiErrorDetails, Failure {
  override readonly name: string = 'ApiError'
  /** Tells the family from other errors, also across two bundles on one page. */
  readonly isApiError = true
  readonly code: ErrorCode | ClientErrorCode
  /** HTTP status, where there was an answer. */
  readonly status?: number
  /** What the server calls the request, for a support case. */
  readonly requestId?: string
  /** Faults of the request, or of the answer; empty where none is named. */
  readonly fields: readonly ProblemField[]
  /** The rule behind a refusal. */
  readonly reason?: Reason
  /** What fills the sentence of `code` or `reason`. */
  readonly params?: Readonly<Record<string, string>>
  /** Seconds that the server asks to wait. */
  readonly retryAfter?: number
  /** The backend's own sentence for people, from the problem's `message`. */
  readonly userMessage?: string
  /** The user as they are now, where the request knew an older version. */
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
