import { AbortedError } from './aborted-error.ts'
import type { ApiError } from './api-error.ts'
import { isApiError } from './is-api-error.ts'
import { property } from './property.ts'
import { unknownError } from './unknown-error.ts'

/** What a checked port threw, as an `ApiError`. Such a port throws nothing else, unless the caller's signal has fired. */
export function asApiError(thrown: unknown, signal?: AbortSignal): ApiError {
  if (isApiError(thrown)) return thrown
  if (signal?.aborted || property(thrown, 'name') === 'AbortError') return new AbortedError(thrown)
  return unknownError(thrown)
}
