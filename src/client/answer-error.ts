import type { ApiErrorDetails } from './api-error.ts'
import { ExplainedError } from './explained-error.ts'

/** A successful response with the wrong content type or shape, with invalid JSON, or cut off. */
export class AnswerError extends ExplainedError {
  override readonly name = 'AnswerError'

  constructor(message: string, details?: ApiErrorDetails) {
    super('malformed_answer', message, details)
  }
}
