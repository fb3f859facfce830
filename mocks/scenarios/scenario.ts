import type { NewCompany, Store } from '../../backend/core/ports/store.ts'

/** Answers a request, or rejects where none comes back. */
export type Answer = (request: Request) => Promise<Response>

/** A state of the world to look at. Several may be played at once: each takes up what the one before it made. */
export interface Scenario {
  /** Changes who is in the first company, before it is founded. */
  company?: (seed: NewCompany, now: number) => NewCompany
  /** Stands before the store that has founded it. */
  store?: (store: Store, now: number) => Store
  /** Stands between the page and the backend. */
  network?: (answer: Answer) => Answer
}
