import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Idle } from '../../contract/idle-logout.ts'
import { clamp } from './clamp.ts'
import type { IdleEngineOptions } from './idle-engine.ts'
import { type IdleEnvironment, idleEnvironment } from './idle-environment.ts'
import type { IdlePort } from './idle-port.ts'
import type { IdlePolicy, IdleState } from './idle-state.ts'
import { createSharedRecord, type IdleRecord, type SharedRecord } from './shared-record.ts'
import { age, type Instant, type Judgement, later, longAgo, never, timeLeft } from './time-left.ts'

/** A response of the server, and when it was requested. */
export interface Answer {
  idle: Idle
  asked: Instant
}

/** What one window knows about its session. */
export interface IdleCore {
  port: IdlePort
  environment: IdleEnvironment
  record: SharedRecord
  store: StoreApi<IdleState>
  now(): Instant
  lastActivity: Instant
  /** Milliseconds since the last activity. */
  idleFor(): number
  judge(at?: Instant): Judgement
  get?(signal?: AbortSignal): Promise<Answer>
  /** Reports activity of a moment. */
  report?(active: Instant, signal?: AbortSignal): Promise<Answer>
  /** Whether a revision is the policy's. */
  isPolicy(rev: string): boolean
  /**
   * Applies a response that arrived at a moment. Its last activity is used, unless this window knows of activity that
   * the server doesn't know yet.
   */
  take(answer: Answer, at: Instant, isFollowed: boolean): void
  /** Stores the last activity for the other windows. */
  share(change?: IdleRecord): void
  /** Stores the last activity again, by the current clock. */
  restate(): void
  /** Applies a record that another window has written, or this page before it was reloaded. */
  hear(record: IdleRecord): void
  /** Extends the session to at least this many milliseconds from now. */
  extend(ms: number): void
  /** Forgets a grace or a hold. */
  shorten(): void
  setPolicy(policy: IdlePolicy): void
  /** Sets both clocks to the shorter of their times. */
  reconcile(): void
}

const minute = 60_000

/** The longest hold after the last activity (ms). */
export const longestHold = 60 * minute

/** The longest time (ms) that another window can add. */
const longestFloor = longestHold + 10 * minute

const complete = ({ timeoutMs, warnMs, allowHold = false }: IdlePolicy): Required<IdlePolicy> => ({
  timeoutMs,
  warnMs: warnMs ?? ((timeoutMs ?? 0) > 10 * minute ? 2 * minute : minute),
  allowHold,
})

/** Creates the core of a window that was just opened. */
export function createIdleCore({ port, policy, environment: given }: IdleEngineOptions): IdleCore {
  const environment = idleEnvironment(given)
  const { clock } = environment
  const record = createSharedRecord(port.sessionKey, environment)
  const store = createStore<IdleState>(() => ({
    phase: 'off',
    reason: null,
    limit: 'idle',
    isStaying: false,
    error: null,
    policy: complete(policy ?? { timeoutMs: null }),
    works: [],
  }))
  const now = (): Instant => ({ wall: clock.now(), mono: (clock.elapsed ?? clock.now)() })
  const answered = async (call: Promise<Idle>): Promise<Answer> => {
    const asked = now()
    return { idle: await call, asked }
  }
  const { get, report } = port
  let floor = longAgo
  let absolute = never
  let rev: string | undefined
  let heard: number | undefined

  const core: IdleCore = {
    port,
    environment,
    record,
    store,
    now,
    lastActivity: now(),
    idleFor: () => Math.max(0, age(now(), core.lastActivity)),
    judge: (at = now()) =>
      timeLeft(at, { policy: store.getState().policy, lastActivity: core.lastActivity, floor, absolute }),
    get: get && ((signal) => answered(get({ signal }))),
    report: report && ((active, signal) => answered(report(Math.max(0, age(now(), active)), { signal }))),
    isPolicy: (theirs) => theirs === rev,
    take({ idle, asked }, at, isFollowed) {
      const { timeoutMs, warnMs, allowHold, idleRemainingMs, absoluteRemainingMs, policyRev } = idle
      rev = policyRev
      const known = store.getState()
      const isNew =
        known.policy.timeoutMs !== timeoutMs ||
        known.policy.warnMs !== warnMs ||
        known.policy.allowHold !== allowHold
      if (isNew) store.setState({ policy: { timeoutMs, warnMs, allowHold } })
      if (known.error !== null) store.setState({ error: null })
      absolute = later(asked, absoluteRemainingMs)
      floor = longAgo
      if (timeoutMs === null || idleRemainingMs === null) return
      // The server calculated this at some moment between the request and the response.
      const active = Math.min(0, idleRemainingMs - timeoutMs)
      const most = isFollowed ? later(at, active) : never
      core.lastActivity = between(later(asked, active), core.lastActivity, most)
      if (idleRemainingMs > timeoutMs) floor = later(asked, idleRemainingMs)
    },
    share(change) {
      heard = core.lastActivity.wall
      record.write({ last: heard, ...change })
    },
    restate() {
      core.lastActivity = later(now(), -core.idleFor())
      core.share()
    },
    hear({ last, until = 0, rev: theirs }) {
      const at = now()
      // A moment in the future comes from another clock, and never extends the session. The same goes for a moment that
      // was read before: after the wall clock is set back, its age would be too low.
      const isNews = last !== undefined && last !== heard && last <= at.wall
      if (isNews && at.wall - last < age(at, core.lastActivity)) core.lastActivity = later(at, last - at.wall)
      heard = last
      const lead = until - at.wall
      if (theirs === rev && until > floor.wall && lead > 0 && lead < longestFloor) floor = later(at, lead)
    },
    extend(ms) {
      const at = later(now(), ms)
      if (at.mono > floor.mono) floor = at
      record.write({ until: floor.wall, rev })
    },
    shorten() {
      floor = longAgo
      record.write({ until: 0 })
    },
    setPolicy(next) {
      const before = store.getState().policy.timeoutMs
      const policy = complete(next)
      store.setState({ policy })
      if (policy.timeoutMs !== null && (before === null || policy.timeoutMs < before))
        core.extend(policy.warnMs + minute)
    },
    reconcile() {
      const at = now()
      core.lastActivity = later(at, -age(at, core.lastActivity))
      absolute = later(at, -age(at, absolute))
      floor = later(at, -age(at, floor))
    },
  }
  return core
}

/** Limits a moment to a range, by both clocks. */
function between(first: Instant, moment: Instant, last: Instant): Instant {
  const by = (clock: keyof Instant) => clamp(moment[clock], first[clock], last[clock])
  return { wall: by('wall'), mono: by('mono') }
}
