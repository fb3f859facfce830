import { createSubscribable } from '../../base/subscribable.ts'
import { createActivity } from './activity.ts'
import { attempt } from './attempt.ts'
import { clamp } from './clamp.ts'
import { createDeadlineTimer } from './deadline-timer.ts'
import { finishSession } from './ending.ts'
import { createHeartbeat } from './heartbeat.ts'
import { holdLogout } from './hold.ts'
import { type Answer, createIdleCore } from './idle-core.ts'
import type { IdleEngine, IdleEngineOptions } from './idle-engine.ts'
import type { EndReason } from './idle-state.ts'
import { listenToPage } from './listen-to-page.ts'
import type { IdleNews } from './shared-record.ts'
import { stayLoggedIn } from './stay.ts'
import { type Instant, later, longAgo, tolerance } from './time-left.ts'
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
  const { port, environment, record, store, now } = core
  const { clock, locks } = environment
  const before = createSubscribable<[reason: EndReason, results: unknown[]]>()
  const ended = createSubscribable<[reason: EndReason]>()
  const done = createSubscribable()
  let given = options.idle && { idle: options.idle, asked: now() }
  let looked = longAgo
  let verifyingSince = 0
  let stayed: Instant | undefined
  let isStarted = false

  const share = (part: number, most: number) =>
    clamp((store.getState().policy.timeoutMs ?? Number.POSITIVE_INFINITY) / part, 1_000, most)
  const isOver = () => store.getState().phase === 'ended'
  const isOn = () => isStarted && !isOver()

  const heartbeat = createHeartbeat(core, {
    clock,
    isOn,
    everyMs: () => share(10, minute),
    onAnswer: take,
    onFailure: fail,
  })
  const activity = createActivity(core, heartbeat, {
    look,
    lookedAt: () => looked,
    everyMs: () => share(300, 3_000),
  })
  const verification = createVerification({
    clock,
    locks,
    name: `${record.name}.asking`,
    ask(signal) {
      const unsent = stayed ?? stayedElsewhere() ?? (heartbeat.isUnsent() ? core.lastActivity : undefined)
      if (unsent && core.report) return core.report(unsent, signal)
      return core.get?.(signal) ?? Promise.reject()
    },
    onAnswer: take,
    onFailure: fail,
    onSilence() {
      if (endIfOver(0)) return
      core.reconcile()
      look()
    },
  })
  const watch = createWatch(core, { isOn, look, onAnswer: take, onFailure: judge })
  const timer = createDeadlineTimer(clock, () => now().mono, look)

  /** Handles *Stay logged in* in another window, before the server has confirmed it. */
  function stayedElsewhere() {
    const { pressed = 0 } = record.read()
    const at = now()
    const isLater = pressed > core.lastActivity.wall && pressed <= at.wall
    return isLater ? later(at, pressed - at.wall) : undefined
  }

  /** Applies a response of the server that this or another window received. */
  function take(answer: Answer, at = now(), isOurs = true) {
    if (isOver()) return
    const { idle, asked } = answer
    const isVerified = verification.isRunning() && asked.mono >= verifyingSince
    // A window that was frozen may get an older response late.
    const isKnown = !heartbeat.isUnsent() && asked.mono >= core.lastActivity.mono
    watch.note()
    core.take(answer, at, isVerified || isKnown)
    if (isOurs) record.tell({ answer: { idle, askedAt: asked.wall, at: at.wall } })
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
    if (isLost) core.restate()
    if (theirs?.ended) return end(theirs.ended, { isHeard: true })
    const at = now()
    // A response with a time in the future comes from a window with another clock.
    if (answer && answer.at <= at.wall && answer.askedAt <= answer.at) {
      const asked = later(at, answer.askedAt - at.wall)
      return take({ idle: answer.idle, asked }, later(at, answer.at - at.wall), false)
    }
    look()
  }

  function hear() {
    const theirs = record.read()
    if (theirs.ended) return end(theirs.ended, { isHeard: true })
    core.hear(theirs)
    // A time in the future was written with another clock.
    const { known = 0 } = theirs
    if (known >= core.lastActivity.wall && known <= looked.wall) heartbeat.settle()
  }

  /** Checks the session by what is known now. */
  function look() {
    if (!isOn()) return
    looked = now()
    hear()
    if (isOver()) return
    const { phase, limit, left, isDoubtful } = core.judge(looked)
    const isDue = phase === 'over'
    if (core.get && (isDue || (isDoubtful && phase === 'warning'))) {
      if (verification.isRunning()) return
      verifyingSince = looked.mono
      store.setState({ phase: 'verifying', limit, isStaying: false })
      return verification.start()
    }
    verification.stop()
    if (isDue) return void endIfOver(0)
    if (phase !== 'warning') stayed = undefined
    const isStaying = stayed !== undefined
    const shown = store.getState()
    if (shown.phase !== phase || shown.limit !== limit || shown.isStaying !== isStaying)
      store.setState({ phase, limit, isStaying })
    timer.within(phase === 'warning' ? left : left - shown.policy.warnMs)
  }

  function endIfOver(agreed: number) {
    const { left, limit } = core.judge()
    if (left <= agreed) end(limit === 'idle' ? 'idle' : 'expired')
    return left <= agreed
  }

  function fail(thrown: unknown) {
    if (isOver()) return
    store.setState({ error: thrown })
    judge(thrown)
  }

  function judge(thrown: unknown) {
    const verdict = verdictOf(thrown)
    if (verdict) end(verdict, { isVerdict: true })
  }

  /** Covers the page first, before anything else. */
  function end(reason: EndReason, { isHeard = false, isVerdict = false } = {}) {
    if (isOver()) return
    stop()
    const results: unknown[] = []
    store.setState({ phase: 'ended', reason, isStaying: false })
    if (!isHeard) record.write({ ended: reason })
    for (const { pause } of store.getState().works) results.push(attempt(pause))
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
    const { timeoutMs, warnMs } = store.getState().policy
    if (first) take(first)
    else if (last !== undefined) {
      const ageMs = clock.now() - last
      const isLost = ageMs < -tolerance
      core.lastActivity = later(now(), isLost ? warnMs - (timeoutMs ?? warnMs) : -Math.max(0, ageMs))
      if (isLost) record.tell({ isLost })
    }
    // The first opening of a page counts as activity. Opening it again doesn't.
    if (last === undefined) core.share()
    if (!first) void watch.ask()
    look()
  }

  return {
    getState: store.getState,
    subscribe: (listener) => store.subscribe(listener),
    remaining: () => core.judge().left,
    idleFor: core.idleFor,
    look,
    judge,
    end,
    logOutNow: () => end('signed_out'),
    observe: activity.observe,
    noteActivity: activity.note,
    async stay() {
      const { phase, limit } = store.getState()
      if (phase !== 'warning' || limit === 'absolute' || stayed) return
      stayed = now()
      record.write({ pressed: stayed.wall })
      await stayLoggedIn(core, stayed, {
        count(at) {
          stayed = undefined
          activity.count(at)
          look()
        },
        onAnswer(answer) {
          if (stayed) {
            core.lastActivity = stayed
            core.share({ sent: clock.now(), known: stayed.wall })
          }
          stayed = undefined
          take(answer)
        },
        onFailure: fail,
      })
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
      store.setState(({ works }) => ({ works: [...works, work] }))
      return () => store.setState(({ works }) => ({ works: works.filter((other) => other !== work) }))
    },
    onBeforeEnd: (listener) =>
      before.subscribe((reason, results) => results.push(attempt(() => listener(reason)))),
    onEnded: ended.subscribe,
    start() {
      if (isStarted) return () => {}
      isStarted = true
      const { window } = environment
      const removals = [
        record.open(onNews),
        window ? activity.observe(window) : () => {},
        ...listenToPage(environment, {
          look,
          flush,
          onStorage(change) {
            if (record.isIn(change)) look()
          },
          onVisibility: watch.restart,
        }),
        port.onPolicy?.((rev) => core.isPolicy(rev) || void watch.ask()) ?? (() => {}),
        port.onRequest?.(look) ?? (() => {}),
      ]
      recall()
      watch.restart()
      return () => {
        flush()
        isStarted = false
        stop()
        for (const remove of removals) remove()
      }
    },
  }
}
