import type { Layer } from './pipeline.ts'

/**
 * The moment of an activity by both clocks. The first one notices that a computer slept, and the second one can't be
 * changed by anyone.
 */
interface Moment {
  wall: number
  monotonic: number
}

/** Activity whose report failed. */
export interface UnsentActivity {
  /** Remembers activity that was `ageMs` milliseconds ago, until a request carries it. The latest one counts. */
  note(ageMs: number): void
  /** Forgets what was noted, since later activity was reported. */
  forget(): void
  /** Adds its age to each request, until one of them succeeds. */
  layer: Layer
}

/** Remembers activity whose report failed, such as behind a proxy that blocks the route. Other requests carry its age. */
export function unsentActivity(): UnsentActivity {
  let latest: Moment | undefined
  return {
    note(ageMs) {
      const age = latest ? Math.min(ageMs, ageOf(latest)) : ageMs
      if (age >= 0) latest = { wall: Date.now() - age, monotonic: performance.now() - age }
    },
    forget() {
      latest = undefined
    },
    async layer(request, next) {
      const carried = latest
      if (!carried) return next(request)
      request.headers.set('X-Activity-Age', String(ageOf(carried)))
      const response = await next(request)
      if (response.ok && latest === carried) latest = undefined
      return response
    },
  }
}

const ageOf = ({ wall, monotonic }: Moment) =>
  Math.ceil(Math.max(0, Date.now() - wall, performance.now() - monotonic))
