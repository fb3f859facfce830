import { expect, it } from 'vitest'
import { callLater } from '../../src/hooks/call-later.ts'

it('turns a function that can’t be loaded into a failure, and loads it again with the next call', async () => {
  let loads = 0
  const importAct = async () => {
    loads += 1
    if (loads === 1) throw new TypeError('Failed to fetch dynamically imported module')
    return (value: number) => Promise.resolve({ ok: true as const, value })
  }
  expect(await callLater(importAct, (act) => act(1))).toMatchObject({ ok: false, error: { code: 'network' } })
  expect(await callLater(importAct, (act) => act(2))).toEqual({ ok: true, value: 2 })
})
