import type { WantedWindow, WindowCache } from './window-cache.ts'

/** The windows that a list wants from its cache. */
export interface WantedWindows<Query> {
  has(index: number): boolean
  /** Wants exactly these windows of a query. */
  set(query: Query, indices: readonly number[]): void
  /** Loads one of them again. */
  refetch(index: number): Promise<unknown>
  /** Loads all of them again. */
  refetchAll(): Promise<unknown>
  /** Wants none of them any more. */
  clear(): void
}

/** Creates an empty set of wanted windows. */
export function createWantedWindows<Query, Row>(cache: WindowCache<Query, Row>): WantedWindows<Query> {
  const wanted = new Map<number, WantedWindow>()
  return {
    has: (index) => wanted.has(index),
    set(query, indices) {
      for (const index of indices) if (!wanted.has(index)) wanted.set(index, cache.want(query, index))
      for (const [index, window] of wanted) {
        if (indices.includes(index)) continue
        wanted.delete(index)
        window.stop()
      }
    },
    refetch: async (index) => wanted.get(index)?.refetch(),
    refetchAll: () => Promise.all([...wanted.values()].map((window) => window.refetch())),
    clear() {
      for (const window of wanted.values()) window.stop()
      wanted.clear()
    },
  }
}
