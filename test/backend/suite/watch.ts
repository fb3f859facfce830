import { describe, expect, it, vi } from 'vitest'
import type { OpenStore } from '../store-suite.ts'
import { aCompany } from './a-company.ts'
import { anIntent } from './an-intent.ts'

/** The hints that something changed. */
export function watchSuite(current: () => OpenStore) {
  const openCompany = async () => {
    const newCompany = aCompany([{ id: 'u1', roleId: 'admin' }, { id: 'u2' }])
    await current().store.createCompany(newCompany)
    return newCompany.company.id
  }
  const change = (company: string, roleId: string) =>
    current().store.write(company, anIntent(), {
      userIds: ['u2'],
      decide: () => ({ changes: [{ kind: 'set_role', userId: 'u2', roleId }], audit: [], answer: null }),
    })

  describe('watching a company', () => {
    it('hints at each change, to each listener, until it stops', async () => {
      const { store } = current()
      const company = await openCompany()
      const [one, two] = [vi.fn(), vi.fn()]
      const stop = store.watch(company, one)
      const stopToo = store.watch(company, two)
      for (const roleId of ['manager', 'agent']) {
        const told = one.mock.calls.length
        await change(company, roleId)
        await expect.poll(() => one.mock.calls.length, { timeout: 5_000 }).toBeGreaterThan(told)
      }
      expect(two).toHaveBeenCalled()
      stop()
      const told = one.mock.calls.length
      const toldToo = two.mock.calls.length
      await change(company, 'manager')
      await expect.poll(() => two.mock.calls.length, { timeout: 5_000 }).toBeGreaterThan(toldToo)
      expect(one.mock.calls.length).toBe(told)
      stopToo()
    })

    it('hints at no change of another company, nor at none', async () => {
      const { store } = current()
      const [company, other] = [await openCompany(), await openCompany()]
      const [listener, elsewhere] = [vi.fn(), vi.fn()]
      const stops = [store.watch(company, listener), store.watch(other, elsewhere)]
      await change(other, 'manager')
      await expect.poll(() => elsewhere.mock.calls.length, { timeout: 5_000 }).toBeGreaterThan(0)
      const quiet = listener.mock.calls.length
      const told = elsewhere.mock.calls.length
      await store.write(company, anIntent(), {
        userIds: [],
        decide: () => ({ changes: [], audit: [], answer: null }),
      })
      await change(other, 'agent')
      await expect.poll(() => elsewhere.mock.calls.length, { timeout: 5_000 }).toBeGreaterThan(told)
      expect(listener.mock.calls.length).toBe(quiet)
      for (const stop of stops) stop()
    })
  })
}
