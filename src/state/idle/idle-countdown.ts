import { createSubscribable } from '../../base/subscribable.ts'
import type { Clock } from '../environment/clock.ts'
import type { IdleEngine } from './idle-engine.ts'

/** The seconds until the logout, for as long as a warning is shown. */
export interface IdleCountdown {
  subscribe(listener: () => void): () => void
  /** Null unless a warning is shown. */
  getSnapshot(): number | null
}

/** Creates a countdown. It has a timer only while someone subscribes and a warning is shown. */
export function createIdleCountdown(engine: IdleEngine, clock: Clock): IdleCountdown {
  const { subscribe, notify } = createSubscribable()
  let size = 0
  let leaveTimer: (() => void) | undefined
  let leaveEngine: (() => void) | undefined

  function getSnapshot() {
    return engine.getState().phase === 'warning' ? Math.max(0, Math.ceil(engine.remaining() / 1_000)) : null
  }

  function tick() {
    leaveTimer?.()
    leaveTimer = undefined
    const seconds = getSnapshot()
    // The seconds are calculated each time, so after a late timer the number is still right.
    if (seconds !== null) leaveTimer = clock.after(engine.remaining() - (seconds - 1) * 1_000, tick)
    notify()
  }

  return {
    getSnapshot,
    subscribe(listener) {
      const leave = subscribe(listener)
      size += 1
      if (size === 1) {
        leaveEngine = engine.subscribe(tick)
        tick()
      }
      return () => {
        leave()
        size -= 1
        if (size > 0) return
        leaveEngine?.()
        leaveTimer?.()
        leaveTimer = undefined
      }
    },
  }
}
