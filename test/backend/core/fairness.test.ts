import { describe, expect, it } from 'vitest'
import type { Store } from '../../../backend/core/ports/store.ts'
import { aBackend } from './a-backend.ts'

/** A store whose lists are held until they are let go. */
function held() {
  const gate = Promise.withResolvers<void>()
  const state = { running: 0, most: 0 }
  const over = (store: Store): Store => ({
    ...store,
    async users(...asked) {
      state.running++
      state.most = Math.max(state.most, state.running)
      await gate.promise
      state.running--
      return store.users(...asked)
    },
  })
  return { over, state, letGo: gate.resolve }
}

describe('one session that sends many requests at once', () => {
  it('runs eight, some waiting and the others refused early; another session is served', async () => {
    const { over, state, letGo } = held()
    const { ask } = await aBackend({ store: over })
    const sent = Promise.all(Array.from({ length: 1_600 }, () => ask('/v1/users')))
    const other = ask('/v1/users', { as: 'manager' })
    await expect.poll(() => state.running).toBe(9)
    letGo()
    expect((await other).status).toBe(200)
    const answers = await sent
    expect(state.most).toBe(9)
    const refused = answers.filter(({ status }) => status !== 200)
    expect(answers.length - refused.length).toBe(64)
    for (const { status, body, headers } of refused) {
      expect([status, body.code]).toEqual([429, 'rate_limited'])
      expect(headers.get('retry-after')).toBe('1')
    }
    expect((await ask('/v1/users')).status).toBe(200)
  })
})
