import type { Layer } from './pipeline.ts'

/**
 * The moment of an activity by both clocks. The first one notices that a computer slept, and the second one can't be
 * changed by anyone.
 */
export interface Moment {
  wall: number
  monotonic: number
}

/** Activity whose report failed. */
export interface UnsentActivity {
  /** Remembers activity until a request about the company carries it. The latest one counts. */
  note(activity: Moment): void
  /** Forgets what was noted, since later activity was reported. */
  forget(): void
  /** Adds its age to each request about the company, until one of them succeeds. */
  layer: Layer
}

/** Remembers activity whose report failed, such as behind a proxy that blocks the route. Other requests carry its age. */
export function unsentActivity(): UnsentActivity {
  let latest: Moment | undefined
  return {
    note(activity) {
      if (!latest || ageOf(activity) < ageOf(latest)) latest = activity
    },
    forget() {
      latest = undefined
    },
    async layer(request, next) {
      const carried = latest
      // No session is known without a company, so the age would be ignored.
      if (!carried || !request.headers.has('Roster-Company')) return next(request)
      request.headers.set('X-Activity-Age', String(ageOf(carried)))
      const response = await next(request)
      if (response.ok && latest === carried) latest = undefined
      return response
    },
  }
}

/** The moment that was `ageMs` milliseconds ago. */
export const momentBefore = (ageMs: number): Moment => ({
  wall: Date.now() - ageMs,
  monotonic: performance.now() - ageMs,
})

/** The milliseconds since a moment, at least. */
export const ageOf = ({ wall, monotonic }: Moment) =>
  Math.ceil(Math.max(0, Date.now() - wall, performance.now() - monotonic))
