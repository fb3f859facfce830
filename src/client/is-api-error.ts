import type { ApiError } from './api-error.ts'

/** Tells an `ApiError` by its mark and not its class, since a page may carry two copies of this library. */
export const isApiError = (value: unknown): value is ApiError =>
  value instanceof Error && 'isApiError' in value && value.isApiError === true
