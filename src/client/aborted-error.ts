import { ExplainedError } from './explained-error.ts'

/** The caller's signal aborted the request. Nothing went wrong. */
export class AbortedError extends ExplainedError {
  override readonly name = 'AbortedError'

  constructor(cause?: unknown) {
    super('aborted', 'The request was aborted by its signal.', { cause })
  }
}
