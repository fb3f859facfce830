/** Thrown while a store cannot be reached. The response is a 503. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
}
