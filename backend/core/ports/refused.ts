import type { KnownErrorCode, ProblemField, User } from '@aicx/roster/contract'

/** The details of a refusal. */
export interface RefusedDetails {
  /** For developers. */
  detail?: string
  reason?: string
  params?: Record<string, string>
  fields?: ProblemField[]
  current?: User
  /** @default the status of the code */
  status?: number
  /** Seconds. */
  retryAfter?: number
  headers?: Record<string, string>
}

/** Thrown by the gate, handlers and adapters to refuse a request. The response is a problem with the code's status. */
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
