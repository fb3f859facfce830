import type { Admission } from './admission.ts'

/** A sign-in of a browser, as the identity port describes it. */
export interface SignInRef {
  id: string
  accountId: string
  /** When its account last proved who it is, such as by a password. */
  authenticatedAt: Date
  /** When the sign-in ends at the latest. */
  expiresAt: Date
}

/** Who is signed in. */
export interface Account {
  id: string
  email: string
  name: string
  /**
   * Whether the account's owner was proven to receive mail at the address. Only then does the account join by an
   * invitation to it. @default false
   */
  emailVerified?: boolean
}

/** The account and sign-in behind a request. */
export interface Identified {
  account: Account
  signIn: SignInRef
}

/** Identifies requests. The Node adapter reads a cookie, the mocks a bearer token, a host its own session. */
export interface Identity {
  /** Returns null if no one is signed in. A malformed credential also returns null. */
  authenticate(request: Request): Promise<Identified | null>
  /**
   * Identifies a request and admits it to a company in one step, for an identity that shares a database with the store.
   * Without it, the request is authenticated and the store admits it.
   */
  admit?(
    request: Request,
    companyId: string,
  ): Promise<{ identified: Identified; admission: Admission | null } | null>
  /**
   * Returns what all requests of one sign-in have in common and no other request has, without asking a database. At most
   * eight of them run at the same time. @default the `Authorization` header, or all cookies
   */
  credentialOf?(request: Request): string | undefined
  /** Ends every sign-in of an account. */
  endSignIns(accountId: string): Promise<void>
}
