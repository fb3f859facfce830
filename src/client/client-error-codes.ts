/** Error codes of the client. `ApiError#code` is one of these, or one of the contract's `errorCodes`. */
export const clientErrorCodes = [
  'network',
  'offline',
  'timeout',
  'aborted',
  'cancelled',
  'malformed_answer',
  'incomplete',
  'http_error',
  'unsupported',
  'unknown',
] as const

/** A code of {@link clientErrorCodes}. */
export type ClientErrorCode = (typeof clientErrorCodes)[number]
