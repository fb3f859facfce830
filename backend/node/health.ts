import { setTimeout as pause } from 'node:timers/promises'
import type { Store } from '../core/ports/store.ts'

const patience = 1_000

/** Creates a check whether a store responds in time. Calls at the same time share one check of the store. */
export function createHealth(store: Pick<Store, 'ping'>): () => Promise<boolean> {
  let asked: Promise<boolean> | undefined

  async function ask(): Promise<boolean> {
    try {
      await store.ping()
      return true
    } catch {
      return false
    } finally {
      asked = undefined
    }
  }

  return async () => {
    asked ??= ask()
    const over = new AbortController()
    const late = pause(patience, false, { signal: over.signal }).catch(() => false)
    const isHealthy = await Promise.race([asked, late])
    over.abort()
    return isHealthy
  }
}
