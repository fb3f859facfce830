import { ApiError } from './api-error.ts'

/** The caller's signal ended the request; nothing went wrong. */
export class AbortedError extends ApiError {
  override readonly name = 'AbortedError'

  constructor(cause?: unknown) {
    super('aborted', 'The request was aborted by its signal.', { cause })
  }
}
