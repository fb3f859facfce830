/** A window or document: a target whose events may claim to come from a person. */
export function createTarget() {
  const listeners = new Map<string, Set<unknown>>()
  return {
    addEventListener(type: string, listener: unknown) {
      const known = listeners.get(type) ?? new Set()
      listeners.set(type, known.add(listener))
    },
    removeEventListener: (type: string, listener: unknown) => void listeners.get(type)?.delete(listener),
    dispatch(event: { type: string }) {
      for (const listener of [...(listeners.get(event.type) ?? [])])
        if (typeof listener === 'function') listener(event)
    },
    count: () => [...listeners.values()].reduce((sum, { size }) => sum + size, 0),
  }
}
