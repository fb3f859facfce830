/**
 * The phase of the session. `verifying`: the page is covered while the engine asks the server whether the session
 * continues. `ended` is final for its session. `off`: nothing ends it.
 */
export type IdlePhase = 'off' | 'active' | 'warning' | 'verifying' | 'ended'

/**
 * Why a session ended: no activity, the absolute limit, ended by someone else, signed out here or in another window, or
 * another session took its place.
 */
export type EndReason = 'idle' | 'expired' | 'revoked' | 'signed_out' | 'session_changed'

/** When people are logged out. */
export interface IdlePolicy {
  /** How long people may be inactive, in milliseconds. Null turns idle logout off. */
  timeoutMs: number | null
  /** How long before the end people are warned, in milliseconds. @default 60 s up to 10 minutes, 120 s above */
  warnMs?: number
  /** Whether the logout can be postponed, such as during a call. @default false */
  allowHold?: boolean
}

/** Work that goes on without the person. It doesn't count as activity. */
export interface IdleWork {
  /** What it is, in words for people or as a key that you translate. */
  label: string
  /** How much is done. */
  done?: number
  /** How many steps it has, if that is known. */
  total?: number
  /** Pauses it. The end of the session waits for the promise, for a limited time. */
  pause(): unknown
}

/** What the engine knows. It changes with the phase, not with each activity or second. */
export interface IdleState {
  phase: IdlePhase
  /** Why the session ended. Null before that. */
  reason: EndReason | null
  /** Which limit comes first. Activity postpones `idle`, and nothing postpones `absolute`. */
  limit: 'idle' | 'absolute'
  /** Whether *Stay logged in* waits for the server. */
  isStaying: boolean
  /** Why the last request to the server failed. Null after a successful one. */
  error: unknown
  policy: Required<IdlePolicy>
  works: readonly IdleWork[]
}
