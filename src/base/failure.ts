/** Why a request or a change failed, as far as a view shows it. An `ApiError` is one. */
export interface Failure {
  /** A stable code, such as `rate_limited`. Text for people is looked up by it. */
  code: string
  /** The rule behind a refusal, such as `last_admin`. */
  reason?: string | undefined
  /** Values for the sentence of `code` or `reason`. */
  params?: Readonly<Record<string, string>> | undefined
  /** The request's id on the server, for a support case. */
  requestId?: string | undefined
  /** Seconds to wait before the next try. */
  retryAfter?: number | undefined
  /** The backend's own sentence for people, as plain text in their language. Shown if `code` and `reason` have no text. */
  userMessage?: string | undefined
}
