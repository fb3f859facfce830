import type { ApiError } from './api-error.ts'

/**
 * Whether a value is an `ApiError`. It checks a property and not the class, since a page may contain two copies of this
 * library.
 */
export const isApiError = (value: unknown): value is ApiError =>
  value instanceof Error && 'isApiError' in value && value.isApiError === true
