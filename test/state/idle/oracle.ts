import type { Tab } from './tab.ts'
import { minute, type World } from './world.ts'

/**
 * What is true of the person and the browser, apart from the engine: when the person was last active by the two clocks of
 * each window, and what follows. It returns a sentence for what a window gets wrong.
 */
export function createOracle(world: World, warnMs: number, hasServer: boolean) {
  let timeoutMs: number | null = 10 * minute
  let graceUntil = 0
  let lastAt = world.truth()
  let pressedAt = 0
  let jumps = 0
  let ended = false
  const lastOf = new Map<Tab, { wall: number; mono: number }>()
  let latest = { wall: world.wall(), mono: world.mono() }

  const reading = (tab: Tab) => {
    const { wall, mono } = lastOf.get(tab) ?? latest
    // *Stay logged in* that was pressed without a network counts when the server learns of it.
    const stayedAt = hasServer ? Math.min(pressedAt, world.server.activityAt()) : 0
    const age = world.truth() - Math.max(lastAt, stayedAt)
    return Math.min(Math.max(world.wall() - wall, world.mono() - mono), age)
  }

  return {
    /** A window was opened, or goes on after it was frozen: it knows of the last activity by the wall clock alone. */
    joined(tab: Tab, isAlone: boolean) {
      // Nobody knows when the person was active: they are warned, and then logged out.
      if (isAlone && latest.wall > world.wall()) jumps = Infinity
      const age = world.wall() - latest.wall
      lastOf.set(tab, { wall: latest.wall, mono: Math.max(latest.mono, world.mono() - Math.max(0, age)) })
    },
    active() {
      lastAt = world.truth()
      latest = { wall: world.wall(), mono: world.mono() }
      jumps = 0
      lastOf.clear()
    },
    pressed() {
      pressedAt = world.truth()
    },
    jumped(ms: number) {
      jumps += Math.abs(ms)
    },
    saved(next: number | null) {
      if (next !== null && next < (timeoutMs ?? Infinity)) graceUntil = world.truth() + warnMs + minute
      timeoutMs = next
    },
    wrong(tab: Tab): string | undefined {
      const { phase, reason } = tab.engine.getState()
      const isClosed = phase === 'verifying' || phase === 'ended'
      if (tab.phases.slice(0, -1).includes('ended')) return 'the end was not final'
      if (phase === 'ended' && reason === 'idle' && !ended) {
        const isTime = timeoutMs !== null && world.truth() - lastAt + jumps >= timeoutMs - 4_000
        if (!isTime && !(hasServer && world.server.isEnded())) return 'logged out while active'
        ended = true
      }
      if (timeoutMs === null || world.truth() <= graceUntil + 1_000) return undefined
      if (!isClosed && reading(tab) > timeoutMs + 1_000) return 'not covered after T'
      if (phase === 'active' && reading(tab) > timeoutMs - warnMs + 1_000) return 'not warned'
      return undefined
    },
  }
}
