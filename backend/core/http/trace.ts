/** What is logged about a request. It is filled in as the request is handled. */
export interface Trace {
  requestId: string
  operation?: string
  company?: string
  /** Who is signed in. */
  account?: string
  /** The user in the company. */
  user?: string
  /** The revision of the company's idle logout policy, for the response's header. */
  idlePolicyRev?: number
  /** Why it was refused. */
  code?: string
}

/**
 * The header of each response with the revision of the idle logout policy, so that pages notice a change without a
 * request.
 */
export const policyHeader = 'Roster-Idle-Policy'
