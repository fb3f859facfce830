import { ExplainedError } from './explained-error.ts'

/** The request did not reach the server, or the response was lost. The code is `offline` if the browser is offline. */
export class NetworkError extends ExplainedError {
  override readonly name = 'NetworkError'

  constructor(cause?: unknown) {
    if (globalThis.navigator?.onLine === false) super('offline', 'The browser is offline.', { cause })
    else super('network', 'The server could not be reached.', { cause })
  }
}
