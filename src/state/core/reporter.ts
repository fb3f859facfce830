import type { RosterDataEvent } from './data-event.ts'

/** Passes the events of a provider to its listeners. */
export interface Reporter {
  emit(event: RosterDataEvent): void
  /** Emits the first event of its key alone. */
  emitOnce(key: string, event: RosterDataEvent): void
  subscribe(listener: (event: RosterDataEvent) => void): () => void
}

/** A reporter without listeners. */
export function createReporter(): Reporter {
  const listeners = new Set<(event: RosterDataEvent) => void>()
  const said = new Set<string>()

  function emit(event: RosterDataEvent) {
    for (const listener of listeners) {
      try {
        listener(event)
      } catch (thrown) {
        // A host's mistake is the page's to hear of, and must not stop the list.
        queueMicrotask(() => {
          throw thrown
        })
      }
    }
  }

  return {
    emit,
    emitOnce(key, event) {
      if (said.has(key)) return
      said.add(key)
      emit(event)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
