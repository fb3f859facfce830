import { createSubscribable } from '../../base/subscribable.ts'
import type { Idle } from '../../contract/idle-logout.ts'
import { attempt } from './attempt.ts'
import { clamp } from './clamp.ts'
import { createFloor, type Floor, longestFloor } from './floor.ts'
import type { IdleEngineOptions } from './idle-engine.ts'
import { type IdleEnvironment, idleEnvironment } from './idle-environment.ts'
import type { IdlePort } from './idle-port.ts'
import type { IdlePolicy, IdleState } from './idle-state.ts'
import { createIdleTime, type IdleTime, tolerance } from './idle-time.ts'
import { isDuration } from './is-duration.ts'
import { createSharedRecord, type IdleRecord, type SharedRecord } from './shared-record.ts'
import { soundPolicy } from './sound-policy.ts'
import { type Judgement, timeLeft } from './time-left.ts'

/** What one window knows about its session. Moments are milliseconds of its time. */
export interface IdleCore {
  port: IdlePort
  environment: IdleEnvironment
  record: SharedRecord
  time: IdleTime
  getState(): IdleState
  setState(change: Partial<IdleState>): void
  subscribe(listener: () => void): () => void
  /** A part of the timeout, from a second to some milliseconds. */
  part(divisor: number, most: number): number
  lastActivity(): number
  /** Sets the moment of the last activity. */
  active(at: number): void
  judge(): Judgement
  /** Whether a policy isn't known yet. Once for each, since the response, or one that can't be read, names it again. */
  isNewPolicy(rev: string): boolean
  /**
   * Applies a response, and when it was requested. Without that moment it isn't new, and only a policy that isn't known
   * yet is taken from it. `latest` is when it arrived, if its last activity replaces what this window knows, and otherwise
   * a moment that never comes.
   */
  take(idle: Idle, asked: number | undefined, latest: number): void
  /** Stores the last activity for the other windows. */
  share(change?: IdleRecord): void
  /** Stores the last activity, unless that was done a moment ago. Returns whether it did. */
  publish(): boolean
  /** Continues after the last activity before the page was reloaded. If the clock was set back since then, it warns. */
  recall(): void
  /** Applies a record that another window has written, or this page before it was reloaded, and what is new in it. */
  hear(record: IdleRecord, news: IdleRecord): void
  /** Extends the session, as `Floor.extend` does. */
  extend: Floor['extend']
  setPolicy(policy: IdlePolicy): void
  /** Runs a function while no other window does. Returns false if another one does, and true if the lock fails. */
  withLock(name: string, run: () => Promise<unknown>): Promise<boolean>
}

const minute = 60_000

/** Up to this difference (ms) a stored moment counts as the same. */
const same = 500

/** Creates the core of a window that was just opened. */
export function createIdleCore({ port, policy: given, environment: parts }: IdleEngineOptions): IdleCore {
  const environment = idleEnvironment(parts)
  const { clock } = environment
  const record = createSharedRecord(port.sessionKey, environment)
  const changed = createSubscribable()
  const time = createIdleTime(clock)
  const { now } = time
  const floor = createFloor(clock, time, record)
  let state: IdleState = {
    phase: 'off',
    reason: null,
    limit: 'idle',
    isStaying: false,
    error: null,
    policy: soundPolicy(given ?? { timeoutMs: null }),
    works: [],
  }
  /** The last activity that is known for certain: in this window, or by the server. */
  let own = now()
  /** The last activity by the record. Another window may correct it, also to an earlier moment. */
  let heard = -Infinity
  let absolute = Infinity
  let rev: string | undefined
  let named: string | undefined
  /** The last activity in the record, as it was read or written last. */
  let stored = 0
  let isNew = false
  let shared = -Infinity
  let repaired = -Infinity

  function setState(change: Partial<IdleState>) {
    if (Object.entries(change).every(([name, value]) => Reflect.get(state, name) === value)) return
    state = { ...state, ...change }
    changed.notify()
  }

  const part = (divisor: number, most: number) =>
    clamp((state.policy.timeoutMs ?? Infinity) / divisor, 1_000, most)

  const lastActivity = () => Math.max(own, heard)

  /** Whether a moment comes from another clock. A few seconds count as now: the clock may have been set back since. */
  const isFuture = (wall: number) => wall > clock.now() + tolerance

  function active(at: number) {
    own = at
    heard = -Infinity
    isNew = true
    time.trust()
  }

  function share(change?: IdleRecord) {
    stored = time.toWall(lastActivity())
    // A moment that was read before is ignored, also if a clock that was set back has shown it twice. So each one is new.
    while (!record.news({ last: stored }).last) stored -= 1
    isNew = false
    record.write({ last: stored, ...change })
  }

  /** Whether it is too early to write again. A moment in the future is replaced at once: other windows ignore it. */
  const isRecent = (at: number) => now() - at < part(300, 3_000) && stored <= clock.now()

  function publish() {
    if (isRecent(shared)) return false
    shared = now()
    share()
    return true
  }

  /** Corrects the record. The next activity is published at once nevertheless: this window may crash then. */
  function repair() {
    if (isNew) publish()
    else if (!isRecent(Math.max(shared, repaired))) {
      repaired = now()
      share()
    }
  }

  return {
    port,
    environment,
    record,
    time,
    getState: () => state,
    setState,
    subscribe: (listener) => changed.subscribe(() => attempt(listener)),
    part,
    lastActivity,
    active,
    judge: () =>
      timeLeft(now(), { policy: state.policy, lastActivity: lastActivity(), floor: floor.at(), absolute }),
    isNewPolicy(theirs) {
      const isNew = theirs !== rev && theirs !== named
      named = theirs
      return isNew
    },
    take(idle, asked, latest) {
      time.trust()
      if (asked === undefined && rev !== undefined) return setState({ error: null })
      const known = state.policy
      const policy = soundPolicy(idle, given || rev !== undefined ? known : undefined)
      const { timeoutMs } = policy
      const isSame = JSON.stringify(policy) === JSON.stringify(known)
      setState({ policy: isSame ? known : policy, error: null })
      const { idleRemainingMs, absoluteRemainingMs } = idle
      rev = String(idle.policyRev)
      if (asked === undefined) return
      if (isDuration(absoluteRemainingMs)) absolute = asked + absoluteRemainingMs
      floor.take(0)
      if (timeoutMs === null || !isDuration(idleRemainingMs)) return
      // The server calculated this at some moment between the request and the response.
      const ago = Math.max(0, timeoutMs - idleRemainingMs)
      active(clamp(lastActivity(), asked - ago, latest - ago))
      if (idleRemainingMs > timeoutMs) floor.take(asked + Math.min(idleRemainingMs, timeoutMs + longestFloor))
    },
    share,
    publish,
    recall() {
      const { last } = record.read()
      if (last === undefined) return
      const { timeoutMs, warnMs } = state.policy
      own = -Infinity
      heard = isFuture(last) ? now() - (timeoutMs ?? warnMs) + warnMs : Math.min(now(), time.fromWall(last))
    },
    hear({ last = 0 }, news) {
      // A moment in the future never extends the session.
      const isValid = !isFuture(last)
      // What this window knew before the clock was set back is right by its other clock. What it reads now may not be.
      if (time.isSetBack()) own = lastActivity()
      if (isValid && news.last) {
        const at = Math.min(now(), time.fromWall(last))
        if (at > lastActivity()) time.trust()
        heard = at
      }
      stored = last
      // The record always has the latest activity that a window knows of, also for windows that are opened later.
      if (!isValid || Math.abs(time.toWall(lastActivity()) - last) > same) repair()
      if (!port.get) floor.hear(news.until)
    },
    extend: floor.extend,
    setPolicy(next) {
      const before = state.policy.timeoutMs
      const policy = soundPolicy(next, state.policy)
      setState({ policy })
      if (policy.timeoutMs !== null && policy.timeoutMs < (before ?? Infinity))
        floor.extend(policy.warnMs + minute)
    },
    async withLock(name, run) {
      try {
        return await environment.locks.ifAvailable(`${record.name}.${name}`, run)
      } catch {
        return true
      }
    },
  }
}
