import type { IdleTimeout, OpenSessions } from '@aicx/roster/contract'

/** A company's policy for idle logout, as stores keep it. */
export interface IdlePolicy {
  enabled: boolean
  timeoutMinutes: IdleTimeout
  allowHold: boolean
  /** Grows with each change. */
  rev: number
  updatedBy: string | null
  updatedAt: Date | null
  /** When it was last enabled or shortened. For a while afterwards nobody is logged out. */
  tightenedAt: Date | null
  /** How long a minute of it lasts, in ms. A demo or a test shortens it. */
  minuteMs: number
}

/** A change of the policy, decided for the current `rev`. */
export interface IdlePolicyChange extends Pick<IdlePolicy, 'enabled' | 'timeoutMinutes' | 'allowHold'> {
  /** Whether it was enabled or shortened. */
  isTighter: boolean
}

/**
 * The most holds of a session that are running, or ended less than {@link idleLengths.keptHold} minutes ago. Each is a
 * row and two audit entries, which members write without any permission.
 */
export const mostHolds = 60

/** Who makes a change to a session, and by which request. */
export interface SessionActor {
  actor: { kind: 'user' | 'system'; id: string }
  requestId: string
}

/** What stores know of idle logout. Every method takes the store's own clock. */
export interface IdleStore {
  /** The policy, with the name of who changed it last. Null for an unknown company. */
  policy(companyId: string): Promise<{ policy: IdlePolicy; updatedByName?: string } | null>
  /** Counts the open sessions. Sessions that are over but weren't ended yet don't count. */
  sessions(companyId: string): Promise<OpenSessions>
  /**
   * Records activity that was `ageMs` ago. It never moves backwards, is never before the session was opened, and
   * doesn't revive a session that is over. Returns false if the session is over or unknown.
   */
  report(companyId: string, sessionId: string, ageMs: number): Promise<boolean>
  /**
   * Ends a session if it is idle, or will be within `earlyMs`. Returns whether this call ended it. Of several calls,
   * only one returns true.
   */
  end(companyId: string, sessionId: string, by: SessionActor & { earlyMs: number }): Promise<boolean>
  /**
   * Postpones the logout. Returns until when, or how long to wait if the session has {@link mostHolds}. Null if the
   * session is over, or the policy doesn't allow it any further.
   */
  hold(
    companyId: string,
    sessionId: string,
    hold: SessionActor & { id: string; reason: string; maxMs: number },
  ): Promise<{ until: Date } | { waitMs: number } | null>
  /** Ends a hold of a session. Returns false if the session never had it. */
  release(companyId: string, sessionId: string, holdId: string, by: SessionActor): Promise<boolean>
}
