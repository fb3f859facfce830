import type { UserSource } from '../../backend/core/memory/computed-users.ts'
import type { NewCompany, Store } from '../../backend/core/ports/store.ts'

/** Returns the response to a request, or rejects if none arrives. */
export type Answer = (request: Request) => Promise<Response>

/** What is special about a mocked backend. Scenarios can be combined: each changes what the one before it made. */
export interface Scenario {
  /** Computes the users of the first company. Its first user is the viewer. */
  users?: (now: number) => UserSource
  /** Changes the first company before it is created. */
  company?: (seed: NewCompany, now: number) => NewCompany
  /** Wraps the store that holds the companies. */
  store?: (store: Store) => Store
  /** Wraps the backend, as the page reaches it. */
  network?: (answer: Answer) => Answer
}
