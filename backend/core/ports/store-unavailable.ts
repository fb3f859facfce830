/** Thrown while a store cannot be reached. The response is a 503. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
  /** Seconds after which a client can try again. */
  readonly retryAfter: number

  constructor(message: string, { retryAfter = 5, ...options }: ErrorOptions & { retryAfter?: number } = {}) {
    super(message, options)
    this.retryAfter = retryAfter
  }
}
