import { ExplainedError } from './explained-error.ts'

/** The response did not arrive in time, or did not end. */
export class TimeoutError extends ExplainedError {
  override readonly name = 'TimeoutError'

  constructor(cause?: unknown) {
    super('timeout', 'The server did not respond in time.', { cause })
  }
}
