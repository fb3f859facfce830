/** What becomes known of a request on its way, for the log. */
export interface Trace {
  requestId: string
  operation?: string
  company?: string
}
