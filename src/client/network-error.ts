import { ApiError } from './api-error.ts'

/** The request did not reach the server, or its answer did not come back; code `offline` where the browser knows why. */
export class NetworkError extends ApiError {
  override readonly name = 'NetworkError'

  constructor(cause?: unknown) {
    if (globalThis.navigator?.onLine === false) super('offline', 'The browser is offline.', { cause })
    else super('network', 'The server could not be reached.', { cause })
  }
}
