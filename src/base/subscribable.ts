/** Listeners to one kind of event. */
export interface Subscribable<Args extends unknown[] = []> {
  /** Number of current listeners. */
  readonly size: number
  /** Adds a listener and returns a function that removes it. */
  subscribe(listener: (...args: Args) => void): () => void
  /** Calls every listener, in the order in which they subscribed. */
  notify(...args: Args): void
}

/** Creates a set of listeners. A listener that is added twice is called once for each. */
export function createSubscribable<Args extends unknown[] = []>(): Subscribable<Args> {
  const listeners = new Set<{ call: (...args: Args) => void }>()
  return {
    get size() {
      return listeners.size
    },
    subscribe(listener) {
      const entry = { call: listener }
      listeners.add(entry)
      return () => void listeners.delete(entry)
    },
    notify(...args) {
      for (const { call } of [...listeners]) call(...args)
    },
  }
}
