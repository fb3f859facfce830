/** What the log says about a request. It is filled in as the request is handled. */
export interface Trace {
  requestId: string
  operation?: string
  company?: string
}
