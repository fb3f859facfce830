import { createSubscribable } from '../base/subscribable.ts'
import { throwLater } from '../base/throw-later.ts'

/** Calls its listeners before each request. */
export interface RequestNews {
  subscribe(listener: () => void): () => void
  /** Call it right before a request. A listener that throws doesn't stop the request. */
  notify(): void
}

/** Creates news without listeners. */
export function requestNews(): RequestNews {
  const { subscribe, notify } = createSubscribable()
  return {
    subscribe: (listener) =>
      subscribe(() => {
        try {
          listener()
        } catch (thrown) {
          throwLater(thrown)
        }
      }),
    notify,
  }
}
