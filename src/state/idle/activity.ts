import type { Heartbeat } from './heartbeat.ts'
import type { IdleCore } from './idle-core.ts'
import type { EventSource } from './idle-environment.ts'
import type { IdleState } from './idle-state.ts'
import { activityTypes, createPressFilter, type InputSigns } from './press-filter.ts'
import { age, type Instant, later, longAgo } from './time-left.ts'

/** The activity of the person in one window. */
export interface Activity {
  /** Listens for activity in a window until the returned function is called. */
  observe(window: EventSource): () => void
  /** Notes activity that happened elsewhere, some milliseconds ago. */
  note(ageMs: number): void
  /** Notes activity at a moment, and informs the other windows. */
  count(at: Instant): void
  /** Informs the other windows, and reports to the server. */
  publish(): void
  stop(): void
}

/** Browsers wait for listeners of these events before they scroll. */
const passive: ReadonlySet<string> = new Set(['pointermove', 'wheel', 'touchmove'])

/** Milliseconds after an event during which further ones change nothing. A pointer sends dozens. */
const moment = 50

/** Whether activity postpones the end. During the warning only *Stay logged in* does. */
const isMovable = ({ phase, limit }: IdleState) =>
  phase === 'active' || phase === 'off' || (phase === 'warning' && limit === 'absolute')

/** Watches for activity. `look` checks whether the session continues, and `lookedAt` returns when it last did. */
export function createActivity(
  core: IdleCore,
  heartbeat: Heartbeat,
  { look, lookedAt, everyMs }: { look(): void; lookedAt(): Instant; everyMs(): number },
): Activity {
  const { environment, store, now } = core
  let isPublished = true
  let published = longAgo
  let counted = longAgo.wall
  let leave: (() => void) | undefined

  function note(at: Instant) {
    core.lastActivity = at
    heartbeat.note()
    isPublished = false
  }

  function stop() {
    leave = void leave?.()
  }

  function publish() {
    stop()
    if (isPublished || store.getState().phase === 'ended') return
    isPublished = true
    published = now()
    core.share()
    heartbeat.beat()
  }

  function count(at: Instant) {
    note(at)
    publish()
  }

  function listen(event: InputSigns) {
    const since = environment.clock.now() - counted
    if (since >= 0 && since < moment) return
    const at = now()
    const before = store.getState()
    const looked = lookedAt()
    const gap = Math.max(Math.abs(at.wall - looked.wall), at.mono - looked.mono)
    if (gap < everyMs() && isMovable(before)) {
      note(at)
      counted = at.wall
      // At once where it has been quiet: a window that crashes before its timer would take the activity with it.
      if (at.mono - published.mono >= everyMs()) publish()
      else leave ??= environment.clock.after(everyMs(), publish)
      return
    }
    // Checks the session before the activity counts. So the first press after a night extends nothing, and doesn't
    // reach the page.
    look()
    const { phase } = store.getState()
    if (phase !== before.phase && (phase === 'verifying' || phase === 'ended')) {
      event.stopImmediatePropagation()
      if (event.cancelable) event.preventDefault()
    }
    if (isMovable(store.getState()) && isMovable(before)) count(at)
  }

  return {
    observe(window) {
      const isPersons = createPressFilter()
      const listener = (event: InputSigns) => {
        if (isPersons(event)) listen(event)
      }
      for (const type of activityTypes)
        window.addEventListener(type, listener, { capture: true, passive: passive.has(type) })
      return () => {
        for (const type of activityTypes) window.removeEventListener(type, listener, { capture: true })
      }
    },
    note(ageMs) {
      if (!Number.isFinite(ageMs) || ageMs < 0) return
      look()
      const at = later(now(), -ageMs)
      if (isMovable(store.getState()) && age(at, core.lastActivity) > 0) count(at)
    },
    count,
    publish,
    stop,
  }
}
