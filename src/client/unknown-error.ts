import { ApiError } from './api-error.ts'
import { ExplainedError } from './explained-error.ts'
import { text } from './property.ts'

/** Makes an `ApiError` of a mistake in a host's own code. Its message stays, since only the host knows what it means. */
export function unknownError(cause: unknown): ApiError {
  const message = text(cause, 'message')
  if (message) return new ApiError('unknown', message, { cause })
  return new ExplainedError('unknown', 'Something other than an error was thrown.', { cause })
}
