/** The account of an address. */
export interface KnownAccount {
  id: string
  name: string
  hasPassword: boolean
}

/** A sign-in that begins when someone joins. The store writes it in the transaction that creates the user. */
export interface NewSignIn {
  id: string
  /** The hash of its secret, in base64. */
  secretHash: string
  /** The longest time that it lasts, in seconds. */
  lifetime: number
}

/** The accounts of people who join, for a backend that owns the credentials. */
export interface JoinAccounts {
  /** The account of an address, or null. */
  find(email: string): Promise<KnownAccount | null>
  /** Runs a visitor's work in the visitor's turn. Rejects with `Refused` if too much of it waits. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result>
  /** Whether a password is among those that many people use. */
  isCommonPassword(password: string): boolean
  /** Hashes a password that the rules accept, in the visitor's turn. */
  hashPassword(password: string): Promise<string>
  /** A new sign-in, and the headers of the response that give it to the browser. Nothing is stored yet. */
  beginSignIn(email: string): { signIn: NewSignIn; headers: HeadersInit }
}
