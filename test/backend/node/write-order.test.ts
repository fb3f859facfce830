import { expect, it, onTestFinished, vi } from 'vitest'
import { currentOwner } from '../../../backend/node/database/turn.ts'
import { createWriteOrder } from '../../../backend/node/store/write-order.ts'

/** A write that runs until it is ended. */
function aWrite() {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { run: vi.fn(() => promise), end: resolve }
}

const busy = { name: 'StoreUnavailable', retryAfter: 1 }

it('runs the writes of a company one after another, and those of others at the same time', async () => {
  const inOrder = createWriteOrder()
  const [first, second, other] = [aWrite(), aWrite(), aWrite()]
  const all = [inOrder('a', first.run), inOrder('a', second.run), inOrder('b', other.run)]
  await expect.poll(() => other.run).toHaveBeenCalledOnce()
  expect(first.run).toHaveBeenCalledOnce()
  expect(second.run).not.toHaveBeenCalled()
  first.end()
  await expect.poll(() => second.run).toHaveBeenCalledOnce()
  for (const { end } of [second, other]) end()
  await Promise.all(all)
})

it('lets the write whose turn it is go before the reads of its company', async () => {
  expect(await createWriteOrder()('a', async () => currentOwner())).toEqual({ company: 'a', isFirst: true })
})

it('refuses at once what comes while a hundred writes wait', async () => {
  const inOrder = createWriteOrder()
  const held = aWrite()
  const all = Array.from({ length: 101 }, () => inOrder('a', held.run))
  await expect(inOrder('a', held.run)).rejects.toMatchObject(busy)
  held.end()
  await Promise.all(all)
  expect(held.run).toHaveBeenCalledTimes(101)
})

it('refuses what has waited for three seconds', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const inOrder = createWriteOrder()
  const [held, late] = [aWrite(), aWrite()]
  const first = inOrder('a', held.run)
  const second = inOrder('a', late.run).catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(3_000)
  for (const { end } of [held, late]) end()
  expect(await second).toMatchObject(busy)
  await first
  expect(late.run).not.toHaveBeenCalled()
})
