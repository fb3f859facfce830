import { createSubscribable } from '../../base/subscribable.ts'
import { throwLater } from '../../base/throw-later.ts'
import type { RosterDataEvent } from './data-event.ts'

/** Passes the events of a provider to its listeners. */
export interface Reporter {
  emit(event: RosterDataEvent): void
  /** Emits an event unless one with the same key has been emitted before. */
  emitOnce(key: string, event: RosterDataEvent): void
  subscribe(listener: (event: RosterDataEvent) => void): () => void
}

/** Creates a reporter without listeners. */
export function createReporter(): Reporter {
  const listeners = createSubscribable<[event: RosterDataEvent]>()
  const emittedKeys = new Set<string>()

  return {
    emit: listeners.notify,
    emitOnce(key, event) {
      if (emittedKeys.has(key)) return
      emittedKeys.add(key)
      listeners.notify(event)
    },
    subscribe: (listener) =>
      listeners.subscribe((event) => {
        try {
          listener(event)
        } catch (thrown) {
          // An error in a host's listener reaches the page's own error handling, and does not stop the list.
          throwLater(thrown)
        }
      }),
  }
}
