import type { Idle } from '../../contract/idle-logout.ts'
import type { EventSource, IdleEnvironment } from './idle-environment.ts'
import type { IdlePort } from './idle-port.ts'
import type { EndReason, IdlePolicy, IdleState, IdleWork } from './idle-state.ts'

/** What `openIdleEngine` takes. */
export interface IdleEngineOptions {
  port: IdlePort
  /** What the server said when the page was loaded. @default asked for */
  idle?: Idle
  /** The policy, for a port without `get`. @default idle logout is off */
  policy?: IdlePolicy
  /** @default the browser's */
  environment?: Partial<IdleEnvironment>
  /** How long (ms) the listeners of `onBeforeEnd` may take. @default 5000 */
  endWithinMs?: number
}

/** A hold, which postpones the logout until it is released or its time is over. */
export interface IdleHold {
  /** Ends the hold. Resolves even if the server can't be reached; the hold then ends by its time. */
  release(): Promise<void>
}

/** Decides when a session ends for lack of activity, together with the other windows of the browser. */
export interface IdleEngine {
  /** The latest state; the same object until something of it changes. */
  getState(): IdleState
  /** Calls the listener after each change of the state. Returns a function that removes it. */
  subscribe(listener: () => void): () => void
  /** Milliseconds until the session ends. `Infinity` if it doesn't end. */
  remaining(): number
  /** Milliseconds since the last activity. */
  idleFor(): number
  /** Checks immediately whether the session continues. Call it before requests. */
  look(): void
  /** *Stay logged in*: resolves when the server has confirmed it, or the session has ended. */
  stay(): Promise<void>
  /** Ends the session at once, in all windows. */
  logOutNow(): void
  /** Postpones the logout, for 60 minutes after the last activity at most. Rejects unless the policy allows it. */
  hold(reason: string, options: { maxMs: number }): Promise<IdleHold>
  /**
   * Replaces the policy of a port without `get`. People who would be logged out earlier than before are warned first.
   */
  setPolicy(policy: IdlePolicy): void
  /** Ends the session if an error says that it is over. */
  judge(thrown: unknown): void
  /** Ends the session immediately. */
  end(reason: EndReason): void
  /** Listens for activity in another window, such as a frame, until the returned function is called. */
  observe(window: EventSource): () => void
  /** Notes activity that happened elsewhere, some milliseconds ago. */
  noteActivity(ageMs: number): void
  /** Registers work that goes on without the person, until the returned function is called. */
  addWork(work: IdleWork): () => void
  /**
   * The listener is called in one window of the browser, before the session ends at the server. Promises are awaited. It
   * isn't called for `session_changed`: what it sends would go out in another person's name.
   */
  onBeforeEnd(listener: (reason: EndReason) => unknown): () => void
  /** The listener is called in each window, when the session has ended. */
  onEnded(listener: (reason: EndReason) => void): () => void
}

/** An engine that listens and keeps time until the function that `start` returns is called. */
export interface StartedEngine extends IdleEngine {
  start(): () => void
}
