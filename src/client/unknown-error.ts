import { ApiError } from './api-error.ts'
import { ExplainedError } from './explained-error.ts'
import { text } from './property.ts'

/**
 * Converts an error in a host's own code to an `ApiError`. Its message is kept, since only the host knows what it
 * means.
 */
export function unknownError(cause: unknown): ApiError {
  const message = text(cause, 'message')
  if (message) return new ApiError('unknown', message, { cause })
  return new ExplainedError('unknown', 'Something other than an error was thrown.', { cause })
}
