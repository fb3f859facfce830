import { createSubscribable } from '../../base/subscribable.ts'
import type { Idle } from '../../contract/idle-logout.ts'
import { createActivity } from './activity.ts'
import { attempt } from './attempt.ts'
import { callPort } from './call-port.ts'
import { clamp } from './clamp.ts'
import { createDeadlineTimer } from './deadline-timer.ts'
import { finishSession } from './ending.ts'
import { createHeartbeat } from './heartbeat.ts'
import { holdLogout } from './hold.ts'
import { createIdleCore } from './idle-core.ts'
import type { IdleEngine, IdleEngineOptions } from './idle-engine.ts'
import type { EndReason } from './idle-state.ts'
import { tolerance } from './idle-time.ts'
import { listenToPage } from './listen-to-page.ts'
import type { IdleNews } from './shared-record.ts'
import { stayLoggedIn } from './stay.ts'
import { verdictOf } from './verdict.ts'
import { createVerification } from './verification.ts'
import { createWatch } from './watch.ts'

/** An engine that listens and keeps time until the function that `start` returns is called. */
export interface StartedEngine extends IdleEngine {
  start(): () => void
}

/** How far ahead of this client the server's idle time may be (ms). */
const agreement = 1_000

const minute = 60_000

/** Creates an engine for one session in one window. It does nothing until it is started. */
export function createIdleEngine(options: IdleEngineOptions): StartedEngine {
  const core = createIdleCore(options)
  const { port, environment, record, time, getState, setState } = core
  const { clock, locks } = environment
  const { now } = time
  const before = createSubscribable<[reason: EndReason, results: unknown[]]>()
  const ended = createSubscribable<[reason: EndReason]>()
  const done = createSubscribable()
  let given = options.idle && { idle: options.idle, asked: now() }
  let looked = Number.NEGATIVE_INFINITY
  let verifyingSince = 0
  let stayed: number | undefined
  let askedFor: string | undefined
  let isStarted = false

  const share = (part: number, most: number) =>
    clamp((getState().policy.timeoutMs ?? Number.POSITIVE_INFINITY) / part, 1_000, most)
  const isOver = () => getState().phase === 'ended'
  const isOn = () => isStarted && !isOver()

  const heartbeat = createHeartbeat(core, { isOn, everyMs: () => share(10, minute), report: request })
  const activity = createActivity(core, heartbeat, {
    look,
    lookedAt: () => looked,
    everyMs: () => share(300, 3_000),
  })
  const verification = createVerification({
    clock,
    locks,
    name: `${record.name}.asking`,
    ask: (signal) =>
      request(
        stayed ?? stayedElsewhere() ?? (heartbeat.isUnsent() ? core.lastActivity() : undefined),
        signal,
      ),
    onSilence() {
      if (endIfOver(0)) return
      time.trust()
      look()
    },
  })
  const watch = createWatch(core, { isOn, look, get: request })
  const timer = createDeadlineTimer(clock, look)

  /** Reports activity of a moment, or loads the time that is left. Returns whether the server has responded. */
  async function request(active?: number, signal?: AbortSignal): Promise<boolean> {
    const asked = now()
    try {
      const idle = await callPort(core, active, signal)
      if (!signal?.aborted) take(idle, asked)
      return true
    } catch (thrown) {
      if (!signal?.aborted && !isOver()) {
        setState({ error: thrown })
        judge(thrown)
      }
      return false
    }
  }

  /** Handles *Stay logged in* in another window, before the server has confirmed it. */
  function stayedElsewhere() {
    const { pressed = 0 } = record.read()
    const at = time.fromWall(pressed)
    return at > core.lastActivity() && at <= now() ? at : undefined
  }

  /** Applies a response of the server that this or another window received. */
  function take(idle: Idle, asked: number, at = now(), isOurs = true) {
    if (isOver()) return
    const isVerified = verification.isRunning() && asked >= verifyingSince
    // A window that was frozen may get an older response late.
    const isKnown = !heartbeat.isUnsent() && asked >= core.lastActivity()
    watch.note()
    core.take(idle, asked, isVerified || isKnown ? at : Number.POSITIVE_INFINITY)
    if (isOurs) record.tell({ answer: { idle, askedAt: time.toWall(asked), at: time.toWall(at) } })
    if (isVerified) {
      verification.stop()
      stayed = undefined
      heartbeat.settle()
      if (endIfOver(agreement)) return
    }
    look()
  }

  function onNews({ record: theirs, answer, isDone, isLost }: IdleNews) {
    if (isDone) done.notify()
    if (isLost) core.share()
    if (theirs?.ended) return end(theirs.ended, { isHeard: true })
    // A response with a time in the future comes from a window with another clock.
    if (answer && answer.at <= clock.now() && answer.askedAt <= answer.at)
      return take(answer.idle, time.fromWall(answer.askedAt), time.fromWall(answer.at), false)
    look()
  }

  function hear() {
    const theirs = record.read()
    if (theirs.ended) return end(theirs.ended, { isHeard: true })
    core.hear(theirs)
    // A time in the future was written with another clock.
    const { known = 0 } = theirs
    if (known >= time.toWall(core.lastActivity()) && known <= clock.now()) heartbeat.settle()
  }

  /** Asks for a policy that isn't known yet. Once, since the response, or one that can't be read, names it again. */
  function onPolicy(rev: string) {
    if (core.isPolicy(rev) || rev === askedFor) return
    askedFor = rev
    void watch.ask()
  }

  /** Checks the session by what is known now. */
  function look() {
    if (!isOn()) return
    looked = now()
    hear()
    if (isOver()) return
    const { phase, limit, left } = core.judge()
    const isDue = phase === 'over'
    if (port.get && (isDue || (phase === 'warning' && time.isDoubtful()))) {
      if (verification.isRunning()) return
      verifyingSince = looked
      setState({ phase: 'verifying', limit, isStaying: false })
      return verification.start()
    }
    verification.stop()
    if (isDue) return void endIfOver(0)
    if (phase !== 'warning') stayed = undefined
    const isStaying = stayed !== undefined
    const shown = getState()
    if (shown.phase !== phase || shown.limit !== limit || shown.isStaying !== isStaying)
      setState({ phase, limit, isStaying })
    timer.within(phase === 'warning' ? left : left - shown.policy.warnMs)
  }

  function endIfOver(agreed: number) {
    const { left, limit } = core.judge()
    if (left <= agreed) end(limit === 'idle' ? 'idle' : 'expired')
    return left <= agreed
  }

  function judge(thrown: unknown) {
    const verdict = verdictOf(thrown)
    if (verdict) end(verdict, { isVerdict: true })
  }

  /** Covers the page first, before anything else. */
  function end(reason: EndReason, { isHeard = false, isVerdict = false } = {}) {
    if (isOver()) return
    stop()
    setState({ phase: 'ended', reason, isStaying: false })
    if (!isHeard) record.write({ ended: reason })
    const results = getState().works.map(({ pause }) => attempt(pause))
    const whenDone = new Promise<void>((resolve) => done.subscribe(resolve))
    void finishSession(reason, isVerdict, {
      port,
      clock,
      locks,
      record,
      withinMs: options.endWithinMs ?? 5_000,
      before(why) {
        before.notify(why, results)
        return results
      },
      whenDone: () => whenDone,
    }).finally(() => ended.notify(reason))
  }

  function flush() {
    activity.publish()
    void heartbeat.flush()
  }

  function stop() {
    for (const part of [verification, heartbeat, activity, timer, watch]) part.stop()
  }

  /** A reloaded page continues with what it knew before. If the clock was set back since then, it warns. */
  function recall() {
    const { last, ended: reason } = record.read()
    if (reason) return end(reason, { isHeard: true })
    const first = given
    given = undefined
    const { timeoutMs, warnMs } = getState().policy
    if (first) take(first.idle, first.asked)
    else if (last !== undefined) {
      const ageMs = clock.now() - last
      const isLost = ageMs < -tolerance
      core.active(now() - (isLost ? (timeoutMs ?? warnMs) - warnMs : Math.max(0, ageMs)))
      if (isLost) record.tell({ isLost })
    }
    // The first opening of a page counts as activity. Opening it again doesn't.
    if (last === undefined) core.share()
    if (!first) void watch.ask()
    look()
  }

  return {
    getState,
    subscribe: core.subscribe,
    remaining: () => core.judge().left,
    idleFor: () => Math.max(0, now() - core.lastActivity()),
    look,
    judge,
    end,
    logOutNow: () => end('signed_out'),
    observe: activity.observe,
    noteActivity: activity.note,
    async stay() {
      const { phase, limit } = getState()
      if (phase !== 'warning' || limit === 'absolute' || stayed !== undefined) return
      const pressed = now()
      stayed = pressed
      record.write({ pressed: time.toWall(pressed) })
      setState({ isStaying: true })
      if (!port.report) activity.count(pressed)
      else if (!(await stayLoggedIn(core, () => request(pressed)))) return
      else core.share({ sent: clock.now(), known: time.toWall(pressed) })
      stayed = undefined
      look()
    },
    async hold(reason, { maxMs }) {
      const hold = await holdLogout(core, { reason, maxMs }, watch.ask)
      look()
      return { release: () => hold.release().then(look) }
    },
    setPolicy(policy) {
      core.setPolicy(policy)
      look()
    },
    addWork(work) {
      setState({ works: [...getState().works, work] })
      return () => setState({ works: getState().works.filter((other) => other !== work) })
    },
    onBeforeEnd: (listener) =>
      before.subscribe((reason, results) => results.push(attempt(() => listener(reason)))),
    onEnded: (listener) => ended.subscribe((reason) => attempt(() => listener(reason))),
    start() {
      if (isStarted) return () => {}
      isStarted = true
      const { window } = environment
      const removals = [
        record.open(onNews),
        window && activity.observe(window),
        ...listenToPage(environment, {
          look,
          flush,
          onStorage(change) {
            if (record.isIn(change)) look()
          },
          onVisibility: watch.restart,
        }),
        port.onPolicy?.(onPolicy),
        port.onRequest?.(look),
      ]
      recall()
      watch.restart()
      return () => {
        flush()
        isStarted = false
        stop()
        for (const remove of removals) remove?.()
      }
    },
  }
}
