/** What every call takes. */
export interface RequestOptions {
  /** Ends the call, which then rejects with an `ApiError` of code `aborted`. */
  signal?: AbortSignal
}

/** What every change takes. */
export interface WriteOptions extends RequestOptions {
  /**
   * An id for the change, of 1–128 URL-safe characters. A call with the same id is a repeat of the same change. Events
   * contain it too.
   */
  intent: string
}
