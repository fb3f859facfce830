import { afterEach, expect, it, vi } from 'vitest'
import { createMemoryStore } from '../../../backend/core/memory/create-memory-store.ts'
import { aHost } from '../suite/a-host.ts'

afterEach(() => {
  vi.useRealTimers()
})

it('a selection is refused while the product does not report its impact, and made by the next attempt', async () => {
  const called = Promise.withResolvers<void>()
  let isSilent = true
  const content = {
    impact() {
      called.resolve()
      return isSilent
        ? new Promise<never>(() => {})
        : Promise.resolve([{ kind: 'open_conversations', count: 3 }])
    },
  }
  const opened = { store: createMemoryStore(), advance: async () => {}, close: async () => {} }
  const { create } = await aHost(opened, [{ id: 'boss', roleId: 'admin' }, { id: 'ann' }], { content })
  const again = { key: crypto.randomUUID() }
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const asked = create({ ids: ['ann'] }, { kind: 'delete' }, again)
  await called.promise
  await vi.advanceTimersByTimeAsync(5_000)
  expect(await asked).toMatchObject({ status: 503, body: { code: 'unavailable' } })
  isSilent = false
  expect(await create({ ids: ['ann'] }, { kind: 'delete' }, again)).toMatchObject({
    status: 201,
    body: { allowed: 1, impact: expect.arrayContaining([{ kind: 'open_conversations', count: 3 }]) },
  })
})
