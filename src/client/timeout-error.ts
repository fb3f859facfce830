import { ApiError } from './api-error.ts'

/** No answer came in time, or it did not end. */
export class TimeoutError extends ApiError {
  override readonly name = 'TimeoutError'

  constructor(cause?: unknown) {
    super('timeout', 'The server did not answer in time.', { cause })
  }
}
