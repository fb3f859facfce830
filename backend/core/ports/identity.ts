/** A signed-in browser, as the identity port names it. */
export interface SignInRef {
  id: string
  accountId: string
  /** When the sign-in ends, whatever happens. */
  expiresAt: Date
}

export interface Identified {
  account: { id: string; email: string; name: string }
  signIn: SignInRef
}

/** Who sent a request. The Node adapter reads a cookie, mocks a bearer, a host its own session. */
export interface Identity {
  /** Null for anyone who is not signed in; never throws for a malformed credential. */
  authenticate(request: Request): Promise<Identified | null>
  /** Ends every sign-in of an account. */
  endSignIns(accountId: string): Promise<void>
}
