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

/** How far a call had come when it failed. */
export interface FailureContext {
  /** The caller's signal; once it has fired, the failure is an abort whatever was thrown. */
  signal?: AbortSignal
  /** The successful response whose body was being read. */
  response?: Response
}

/** Makes an `ApiError` of anything that an adapter, `fetch` or a stream throws; one that is an `ApiError` stays as it is. */
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

/** What browsers and Node say in the `TypeError` of a failed `fetch`. */
const networkMessage = /fetch|network|load failed|connection|terminated/i

function unreadable(response: Response, message: string, cause: unknown) {
  const fields = issueFields(property(cause, 'issues'))
  const [first] = fields
  const fault = first ? `${first.pointer}: ${first.detail}` : message
  // A host's own `fetch` may answer something that only looks like a response.
  const headers = property(response, 'headers')
  return new AnswerError(`The response could not be read: ${fault}`, {
    status: response.status,
    requestId: (headers instanceof Headers && headers.get('x-request-id')) || undefined,
    fields,
    cause,
  })
}

/** The HTTP answer in an error of ky, axios and their like, or a thrown `Response`. */
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
