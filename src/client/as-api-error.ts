import { AbortedError } from './aborted-error.ts'
import { ApiError } from './api-error.ts'
import { isApiError } from './is-api-error.ts'
import { property, text } from './property.ts'

/** What a checked port threw, as an `ApiError`. Such a port throws nothing else, unless the caller's signal has fired. */
export function asApiError(thrown: unknown, signal?: AbortSignal): ApiError {
  if (isApiError(thrown)) return thrown
  if (signal?.aborted || property(thrown, 'name') === 'AbortError') return new AbortedError(thrown)
  return new ApiError('unknown', text(thrown, 'message') || 'Something other than an error was thrown.', {
    cause: thrown,
  })
}
