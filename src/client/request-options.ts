/** What every call takes. */
export interface RequestOptions {
  /** Ends the call, which then rejects with an `ApiError` of code `aborted`. */
  signal?: AbortSignal
}

/** What every change takes. */
export interface WriteOptions extends RequestOptions {
  /**
   * Names the change with an id of 1–128 URL-safe characters: a repeat with the same one is the same change, and events
   * carry it.
   */
  intent: string
}
