import { ApiError, type ApiErrorDetails } from './api-error.ts'

/** An error that the client itself creates. Its message names the page with the cause and the fix of its code. */
export class ExplainedError extends ApiError {
  constructor(code: ApiError['code'], message: string, details?: ApiErrorDetails) {
    super(code, `${message.replace(/\.$/, '')} (see docs/errors/${code}.md).`, details)
  }
}
