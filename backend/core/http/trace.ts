/** What the log says about a request. It is filled in as the request is handled. */
export interface Trace {
  requestId: string
  operation?: string
  company?: string
  /** Who is signed in. */
  account?: string
  /** The user in the company. */
  user?: string
  /** Why it was refused. */
  code?: string
}
