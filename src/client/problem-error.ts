import { ApiError } from './api-error.ts'
import { readProblem } from './read-problem.ts'
import { retryAfter } from './retry-after.ts'

/** A refusal by the server, with the details of its problem body. */
export class ProblemError extends ApiError {
  override readonly name = 'ProblemError'
  declare readonly status: number
  /** Whether the response has a problem body. False for a bare status, such as one from a proxy. */
  readonly isExplained: boolean

  constructor(status: number, body: unknown, headers?: Headers, cause?: unknown) {
    const problem = readProblem(body)
    super(problem?.code ?? codeOf(status), problem?.detail || problem?.title || `HTTP ${status}`, {
      ...problem,
      status,
      userMessage: problem?.message,
      requestId: problem?.requestId ?? headers?.get('x-request-id') ?? undefined,
      retryAfter: problem?.retryAfter ?? (headers && retryAfter(headers)),
      cause,
    })
    this.isExplained = problem !== undefined
  }
}

/** Without a problem body only the general meaning of the status is used: a stray 404 says nothing about a user. */
function codeOf(status: number) {
  if (status === 401) return 'signed_out'
  if (status === 429) return 'rate_limited'
  if (status === 502 || status === 503 || status === 504) return 'unavailable'
  return status >= 500 ? 'internal' : 'http_error'
}
