import type { Heartbeat } from './heartbeat.ts'
import type { IdleCore } from './idle-core.ts'
import type { EventSource } from './idle-environment.ts'
import type { IdleState } from './idle-state.ts'
import { isDuration } from './is-duration.ts'
import { activityTypes, createPressFilter, type InputSigns } from './press-filter.ts'

/** The activity of the person in one window. */
export interface Activity {
  /** Listens for activity in a window until the returned function is called. */
  observe(window: EventSource): () => void
  /** Notes activity that happened elsewhere, some milliseconds ago. */
  note(ageMs: number): void
  /** Notes activity at a moment, and informs the other windows. */
  count(at: number): void
  /** Informs the other windows, and reports to the server. */
  publish(): void
  stop(): void
}

/** Options of {@link createActivity}. */
export interface ActivityOptions {
  /** Checks whether the session continues. */
  look(): void
  /** When it was last checked. */
  lookedAt(): number
  /** The longest time (ms) until the other windows know of activity. */
  everyMs(): number
}

/** Events that come by the dozen. Browsers would wait for their listeners before they scroll. */
const frequent: ReadonlySet<string> = new Set(['pointermove', 'wheel', 'touchmove'])

/** Milliseconds after a frequent event during which further ones change nothing. */
const moment = 50

/** Whether activity postpones the end. During the warning only *Stay logged in* does. */
const isMovable = ({ phase, limit }: IdleState) =>
  phase === 'active' || phase === 'off' || (phase === 'warning' && limit === 'absolute')

/** Watches for activity. */
export function createActivity(
  core: IdleCore,
  heartbeat: Heartbeat,
  { look, lookedAt, everyMs }: ActivityOptions,
): Activity {
  const { environment, getState, time } = core
  let isPublished = true
  let published = Number.NEGATIVE_INFINITY
  let leave: (() => void) | undefined

  function note(at: number) {
    core.active(at)
    heartbeat.note()
    isPublished = false
  }

  function stop() {
    leave = void leave?.()
  }

  function publish() {
    stop()
    if (isPublished || getState().phase === 'ended') return
    isPublished = true
    published = time.now()
    core.share()
    heartbeat.beat()
  }

  function count(at: number) {
    note(at)
    publish()
  }

  function listen(event: InputSigns) {
    const at = time.now()
    const before = getState()
    const every = everyMs()
    if (at - lookedAt() < every && isMovable(before)) {
      note(at)
      // At once where it has been quiet: a window that crashes before its timer would take the activity with it.
      if (at - published >= every) publish()
      else leave ??= environment.clock.after(every, publish)
      return
    }
    // Checks the session before the activity counts. So the first press after a night extends nothing, and doesn't
    // reach the page.
    look()
    const { phase } = getState()
    if (phase !== before.phase && (phase === 'verifying' || phase === 'ended')) {
      event.stopImmediatePropagation()
      if (event.cancelable) event.preventDefault()
    }
    if (isMovable(getState()) && isMovable(before)) count(at)
  }

  return {
    observe(window) {
      const isPersons = createPressFilter()
      let quietUntil = 0
      const onPress = (event: InputSigns) => {
        if (isPersons(event)) listen(event)
      }
      const onMove = (event: InputSigns) => {
        if (!isPersons(event) || event.timeStamp < quietUntil) return
        quietUntil = event.timeStamp + moment
        listen(event)
      }
      const removals = activityTypes.map((type) => {
        const passive = frequent.has(type)
        const listener = passive ? onMove : onPress
        window.addEventListener(type, listener, { capture: true, passive })
        return () => window.removeEventListener(type, listener, { capture: true })
      })
      return () => {
        for (const remove of removals) remove()
      }
    },
    note(ageMs) {
      if (!isDuration(ageMs)) return
      look()
      const at = time.now() - ageMs
      if (isMovable(getState()) && at > core.lastActivity()) count(at)
    },
    count,
    publish,
    stop,
  }
}
