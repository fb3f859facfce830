import { createMemoryStore } from '../../backend/core/memory/create-memory-store.ts'
import { aSource } from './a-source.ts'
import { storeSuite } from './store-suite.ts'

storeSuite('memory store of computed users', async () => {
  let now = Date.UTC(2026, 10, 24, 9)
  const store = createMemoryStore({ clock: () => now, sourceOf: aSource })
  return {
    store,
    advance: async (ms) => {
      now += ms
    },
    close: () => store.close(),
  }
})
