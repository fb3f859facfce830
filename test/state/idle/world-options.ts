import type { Idle } from '../../../src/contract/idle-logout.ts'
import type { IdleEnvironment } from '../../../src/state/idle/idle-environment.ts'
import type { IdlePort } from '../../../src/state/idle/idle-port.ts'
import type { IdlePolicy } from '../../../src/state/idle/idle-state.ts'

/** What a simulated browser, its machine and its server can do. */
export interface WorldOptions {
  timeoutMs?: number | null
  warnMs?: number
  /** Without a server the browser alone decides. */
  hasServer?: boolean
  /** Whether the monotonic clock stops while the machine sleeps. */
  monoSleeps?: boolean
  hasChannel?: boolean
  hasStorage?: boolean
  hasLocks?: boolean
  allowHold?: boolean
  /** Milliseconds of a request. */
  latency?: number
}

/** A browser with several windows, a machine with two clocks, a network and a server. */

/** What is particular about one window. */
export interface OpenOptions {
  sessionKey?: string
  policy?: IdlePolicy
  environment?: Partial<IdleEnvironment>
  port?: Partial<IdlePort>
  /** What the page was loaded with. Null: nothing. */
  idle?: Idle | null
}
