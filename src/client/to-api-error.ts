import { AbortedError } from './aborted-error.ts'
import { AnswerError } from './answer-error.ts'
import type { ApiError } from './api-error.ts'
import { isApiError } from './is-api-error.ts'
import { issueFields } from './issue-fields.ts'
import { NetworkError } from './network-error.ts'
import { ProblemError } from './problem-error.ts'
import { property, text } from './property.ts'
import { TimeoutError } from './timeout-error.ts'
import { unknownError } from './unknown-error.ts'

/** The state of a call when it failed. */
export interface FailureContext {
  /** The caller's signal. Once it has fired, every failure is an abort. */
  signal?: AbortSignal
  /** The successful response whose body was being read. */
  response?: Response
}

/** Converts anything that an adapter, `fetch` or a stream throws to an `ApiError`. An `ApiError` is returned unchanged. */
export function toApiError(thrown: unknown, { signal, response }: FailureContext = {}): ApiError {
  if (isApiError(thrown)) return thrown
  const name = text(thrown, 'name')
  const message = text(thrown, 'message')
  if (signal?.aborted || name === 'AbortError') return new AbortedError(thrown)
  if (name === 'TimeoutError') return new TimeoutError(thrown)
  if (response) return unreadable(response, message, thrown)
  const refusal = refusalOf(thrown)
  if (refusal) return new ProblemError(refusal.status, refusal.body, refusal.headers, thrown)
  if (
    name === 'NetworkError' ||
    (name === 'TypeError' && networkMessage.test(message)) ||
    networkCode.test(text(thrown, 'code'))
  )
    return new NetworkError(thrown)
  return unknownError(thrown)
}

/** Codes of axios and of Node for a request without a response. */
const networkCode = /^(ERR_NETWORK|E(CONN|HOST|NET)\w+|ENOTFOUND|ETIMEDOUT|EPIPE|EAI_AGAIN|UND_ERR_\w+)$/

/** The messages of browsers and Node for the `TypeError` of a failed `fetch`. */
const networkMessage = /fetch|network|load failed|connection|terminated/i

function unreadable(response: Response, message: string, cause: unknown) {
  const fields = issueFields(property(cause, 'issues'))
  const [first] = fields
  const fault = first ? `${first.pointer}: ${first.detail}` : message
  // A host's own `fetch` may return something that only looks like a response.
  const headers = property(response, 'headers')
  return new AnswerError(`The response could not be read: ${fault}`, {
    status: response.status,
    requestId: (headers instanceof Headers && headers.get('x-request-id')) || undefined,
    fields,
    cause,
  })
}

/** The HTTP response in an error of ky, axios or a similar client, or a thrown `Response`. */
function refusalOf(thrown: unknown) {
  const response = property(thrown, 'response') ?? thrown
  const status = property(response, 'status')
  if (typeof status !== 'number' || status < 300 || status > 599) return undefined
  const headers = property(response, 'headers')
  return {
    status,
    body: property(thrown, 'data') ?? property(response, 'data'),
    headers: headers instanceof Headers ? headers : undefined,
  }
}
