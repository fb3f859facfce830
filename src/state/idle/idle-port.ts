import type { ClientEndReason, EndResult, Hold, HoldRequest, Idle } from '../../contract/idle-logout.ts'

/**
 * What the idle engine needs from a backend. All methods are optional. Without `get`, the browser decides on its own. A
 * method that rejects with an error whose `code` is `session_idle`, `session_expired`, `session_revoked` or
 * `signed_out` ends the session. After every other failure the engine tries again.
 */
export interface IdlePort {
  /** A key of the session, which isn't secret. Windows with the same key share one deadline. */
  sessionKey: string
  /** The time that is left. The call must not count as activity. */
  get?(options?: IdleCall): Promise<Idle>
  /** Reports that the person was active `ageMs` milliseconds ago, a duration and never a timestamp. */
  report?(ageMs: number, options?: IdleCall): Promise<Idle>
  /** Ends this session. With `idle` it ends only if the backend agrees. */
  end?(reason: ClientEndReason, options?: IdleCall): Promise<EndResult>
  /** Postpones the logout, such as during a call. */
  hold?(request: HoldRequest, options?: IdleCall): Promise<Hold>
  /** Ends a hold early. */
  release?(id: string, options?: IdleCall): Promise<void>
  /** Calls the listener with the policy's revision whenever a response carries it. */
  onPolicy?(listener: (policyRev: string) => void): () => void
  /** Calls the listener before each request is sent, so that the engine checks the session first. */
  onRequest?(listener: () => void): () => void
}

/** What a call of the port takes. */
export interface IdleCall {
  /** Ends the call. */
  signal?: AbortSignal
}
