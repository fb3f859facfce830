import { ApiError, type ApiErrorDetails } from './api-error.ts'

/** A successful answer that is not what the contract says: wrong type, cut off, no JSON, or of another shape. */
export class AnswerError extends ApiError {
  override readonly name = 'AnswerError'

  constructor(message: string, details?: ApiErrorDetails) {
    super('malformed_answer', message, details)
  }
}
