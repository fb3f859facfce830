import type { KnownErrorCode, ProblemField, User } from '@aicx/roster/contract'

/** What a refusal says beside its code. */
export interface RefusedDetails {
  /** For developers. */
  detail?: string
  reason?: string
  params?: Record<string, string>
  fields?: ProblemField[]
  current?: User
  /** Seconds. */
  retryAfter?: number
  headers?: Record<string, string>
}

/** Thrown by the gate, handlers and adapters; answered as a problem of the code's status. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: KnownErrorCode
  readonly details: RefusedDetails

  constructor(code: KnownErrorCode, details: RefusedDetails = {}) {
    super(details.detail ?? code)
    this.code = code
    this.details = details
  }
}
