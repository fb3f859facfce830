/** A store that cannot be reached for now: the route answers 503. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
}
