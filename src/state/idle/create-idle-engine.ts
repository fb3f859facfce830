import { createSubscribable } from '../../base/subscribable.ts'
import type { Idle } from '../../contract/idle-logout.ts'
import { elapsed } from '../environment/clock.ts'
import { pause } from '../environment/pause.ts'
import { observeActivity } from './activity.ts'
import { attempt } from './attempt.ts'
import { createPortCall, patience } from './call-port.ts'
import { createDeadlineTimer } from './deadline-timer.ts'
import { finishSession } from './ending.ts'
import { holdLogout } from './hold.ts'
import { createIdleCore } from './idle-core.ts'
import type { IdleEngineOptions, StartedEngine } from './idle-engine.ts'
import type { EndReason } from './idle-state.ts'
import { isDuration } from './is-duration.ts'
import { isMovable } from './is-movable.ts'
import { listenToPage } from './listen-to-page.ts'
import { nextTry } from './next-try.ts'
import { verdictOf } from './verdict.ts'

/** How far ahead of this client the server's idle time may be (ms). */
const agreement = 1_000

/** Milliseconds between two looks of a visible page, without a server and with one. */
const lookEvery = 30_000
const askEvery = 45_000

/** Milliseconds before windows ask that wait for another one's response. */
const nextWindow = 2_500

/** Creates an engine for one session in one window. It does nothing until it is started. */
export function createIdleEngine(options: IdleEngineOptions): StartedEngine {
  const core = createIdleCore(options)
  const { port, environment, record, time, getState, setState } = core
  const { clock, visibility } = environment
  const { now, past } = time
  const before = createSubscribable<[reason: EndReason, results: unknown[]]>()
  const ended = createSubscribable<[reason: EndReason]>()
  const timer = createDeadlineTimer(clock, look)
  const callPort = createPortCall(core)
  let given = options.idle && { idle: options.idle, asked: now() }
  let isStarted = false
  /** Whether there is activity that the server doesn't know of. */
  let isUnsent = false
  let pressed = -Infinity
  let looked = -Infinity
  let talked = -Infinity
  let silentAt = 0
  let insisting: Promise<void> | undefined

  const isIn = (phase: string) => getState().phase === phase
  const isOn = () => isStarted && !isIn('ended')

  /** Reports activity that the server doesn't know of, or loads the time that is left. Returns whether that succeeded. */
  async function ask(isReport = isUnsent || pressed > core.lastActivity()): Promise<boolean> {
    const active = isReport && port.report ? Math.max(pressed, core.lastActivity()) : undefined
    if (!isOn() || (active === undefined && !port.get)) return false
    const asked = now()
    talked = asked
    if (active !== undefined) {
      isUnsent = false
      core.share({ sent: clock.now() })
    }
    let isAnswered = false
    try {
      await callPort(active, (idle, isNews) => {
        if (isIn('ended')) return
        take(idle, asked, now(), isNews)
        isAnswered = isNews
        if (isNews) {
          const known = active !== undefined && { known: time.toWall(active) }
          record.write({ idle, asked: time.toWall(asked), answered: clock.now(), ...known })
        }
        look()
      })
    } catch (thrown) {
      isUnsent ||= active !== undefined
      if (!isIn('ended')) setState({ error: thrown })
      judge(thrown)
      look()
    }
    return isAnswered || isIn('ended')
  }

  /** Asks until the server responds, while the page is covered or *Stay logged in* waits for it. */
  function insist(): Promise<void> {
    async function run() {
      while (isOn() && (isIn('verifying') || getState().isStaying) && !(await ask()))
        await pause(clock, nextTry(getState().error, isIn('warning') ? core.judge().left : 0))
    }
    insisting ??= run().finally(() => {
      insisting = undefined
    })
    return insisting
  }

  /** Covers the page while the server is asked. One window asks; if it is frozen, another one does. */
  function cover(limit: 'idle' | 'absolute') {
    silentAt = elapsed(clock) + patience
    setState({ phase: 'verifying', limit, isStaying: false })
    void core.withLock('asking', insist)
    clock.after(nextWindow, insist)
  }

  /** Applies a response of the server that this or another window received. */
  function take(idle: Idle, asked: number, at: number, isNews = true) {
    const isVerified = isIn('verifying')
    // A window that was frozen may get an older response late.
    const isKnown = !isUnsent && asked >= core.lastActivity()
    talked = at
    core.take(idle, isNews ? asked : undefined, isVerified || isKnown ? at : Infinity)
    if (!isVerified) return
    isUnsent = false
    const { left, limit } = core.judge()
    if (left <= agreement) end(limit === 'idle' ? 'idle' : 'expired')
  }

  /** Applies what other windows have written. */
  function hear() {
    const theirs = record.read()
    if (theirs.ended) return end(theirs.ended)
    const news = record.news(theirs)
    core.hear(theirs, news)
    const { idle, known = 0, answered = 0, asked = answered } = theirs
    if (past(news.known) >= time.toWall(core.lastActivity())) isUnsent = false
    if (past(news.pressed) > known) pressed = Math.max(pressed, time.fromWall(past(news.pressed)))
    if (!idle) return
    if (news.answered && asked <= past(answered)) take(idle, time.fromWall(asked), time.fromWall(answered))
    // No window may read a response from before the clock was set back, also when its time comes again.
    else if (time.isSetBack()) record.write({ idle: undefined })
  }

  /** Checks the session by what is known now. Timers only say when to look again. */
  function look() {
    if (!isOn()) return
    looked = now()
    hear()
    if (!isOn()) return
    const isSilent = isIn('verifying') && elapsed(clock) >= silentAt
    if (isSilent) time.trust()
    const { phase, limit, left } = core.judge()
    const isDue = phase === 'over'
    if (port.get && !isSilent && (isDue || (phase === 'warning' && time.isDoubtful()))) {
      if (!isIn('verifying')) cover(limit)
      return timer.within(silentAt - elapsed(clock))
    }
    if (isDue) return end(limit === 'idle' ? 'idle' : 'expired')
    setState({ phase, limit, isStaying: phase === 'warning' && getState().isStaying })
    timer.within(phase === 'warning' ? left : left - getState().policy.warnMs)
    talk()
    time.settle()
  }

  /** Reports activity, or asks for what is new, if it is time to. */
  function talk() {
    const report =
      isUnsent && port.report ? past(record.read().sent) + core.part(10, 60_000) - clock.now() : Infinity
    const watch = !visibility.isVisible() ? Infinity : port.get ? talked + askEvery - now() : lookEvery
    const wait = Math.min(report, watch)
    if (wait > 0) timer.within(wait)
    else void ask(report <= 0)
  }

  function judge(thrown: unknown) {
    const verdict = verdictOf(thrown)
    if (verdict) end(verdict, true)
  }

  /** Covers the page first, before anything else. */
  function end(reason: EndReason, isVerdict = false) {
    if (isVerdict) record.write({ ended: getState().reason ?? reason, over: clock.now() })
    if (isIn('ended')) return
    timer.stop()
    setState({ phase: 'ended', reason, isStaying: false })
    record.write({ ended: reason })
    const results = getState().works.map(({ pause: rest }) => attempt(rest))
    void finishSession(core, reason, {
      withinMs: options.endWithinMs ?? 5_000,
      isLeft: () => !isStarted,
      before() {
        // What the host sends now would go out in the name of the person who has signed in since.
        if (reason !== 'session_changed') before.notify(reason, results)
        return results
      },
    }).then(() => ended.notify(reason))
  }

  /** Notes activity, and informs the other windows and the server. */
  function note(at: number) {
    core.active(at)
    const isFirst = !isUnsent
    isUnsent = true
    // At once where it has been quiet: a window that crashes before its timer would take the activity with it.
    if (core.publish() || isFirst) talk()
    timer.within(core.part(300, 3_000))
  }

  /** Counts activity after the session was checked. So the first press after a night extends nothing. */
  function onActivity(event: Event) {
    const at = now()
    const { phase } = getState()
    const isCounted = isMovable(getState())
    if (!isCounted || at - looked >= core.part(300, 3_000)) look()
    if (!isIn(phase) && (isIn('verifying') || isIn('ended'))) {
      event.stopImmediatePropagation()
      if (event.cancelable) event.preventDefault()
    }
    if (isCounted && isMovable(getState())) note(at)
  }

  /** The page may not come back. */
  function flush() {
    if (!isOn()) return
    hear()
    if (!isUnsent) return
    core.share()
    void ask()
  }

  /** Begins with what the host knows, or what the page knew before it was reloaded. */
  function recall() {
    const first = given
    given = undefined
    if (first) take(first.idle, first.asked, now())
    else core.recall()
    look()
    if (!first) void ask()
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
    observe: (window) => observeActivity(window, onActivity),
    noteActivity(ageMs) {
      if (!isOn() || !isDuration(ageMs)) return
      look()
      const at = now() - ageMs
      if (isMovable(getState()) && at > core.lastActivity()) note(at)
    },
    async stay() {
      if (!isStarted || !isIn('warning') || getState().limit === 'absolute') return
      if (!port.report) note(now())
      else {
        if (!getState().isStaying) {
          pressed = now()
          record.write({ pressed: time.toWall(pressed) })
          setState({ isStaying: true })
        }
        await insist()
        setState({ isStaying: false })
      }
      look()
    },
    async hold(reason, { maxMs }) {
      const hold = await holdLogout(core, { reason, maxMs }, ask)
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
        record.open(look),
        window && observeActivity(window, onActivity),
        listenToPage(environment, { onBack: look, onLeave: flush }),
        port.onPolicy?.((rev) => {
          if (core.isNewPolicy(rev)) void ask()
        }),
        port.onRequest?.(look),
      ]
      recall()
      return () => {
        flush()
        isStarted = false
        timer.stop()
        for (const remove of removals) remove?.()
      }
    },
  }
}
