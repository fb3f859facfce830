import type { OnlineSource } from '../../src/state/environment/online-source.ts'

/** A network that a test can disconnect. */
export function aNetwork() {
  let isOnline = true
  const listeners = new Set<() => void>()
  const online: OnlineSource = {
    isOnline: () => isOnline,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  return {
    online,
    setOnline(next: boolean) {
      isOnline = next
      for (const listener of listeners) listener()
    },
  }
}
