import { availableParallelism } from 'node:os'
import { describe, expect, it } from 'vitest'
import { hashesAtOnce } from '../../../backend/node/identity/hashes-at-once.ts'
import { createHashingQueue } from '../../../backend/node/identity/hashing-queue.ts'

/** A queue whose hashes run until they are let go, in the order in which they began. */
function aQueue(bounds: Parameters<typeof createHashingQueue>[0]) {
  const queue = createHashingQueue(bounds)
  const begun: string[] = []
  const ends: (() => void)[] = []
  return {
    begun,
    run: (owner: string, name = owner) =>
      queue.run(owner, () => {
        begun.push(name)
        return new Promise<string>((resolve) => ends.push(() => resolve(name)))
      }),
    /** Ends the oldest that runs. */
    async end() {
      ends.shift()?.()
      await new Promise((resolve) => setImmediate(resolve))
    },
    queue,
  }
}

describe('the hashing queue', () => {
  it('runs as many at once as its bound, and the next when one ends', async () => {
    const { run, begun, end } = aQueue({ running: 2 })
    const all = ['a', 'b', 'c', 'd'].map((owner) => run(owner))
    expect(begun).toEqual(['a', 'b'])
    await end()
    expect(begun).toEqual(['a', 'b', 'c'])
    for (let left = 0; left < 3; left++) await end()
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('stays below the thread pool of four threads, and leaves a core to others', async () => {
    const { run, begun, end } = aQueue({})
    const all = Array.from({ length: 6 }, (_, index) => run(`owner ${index}`))
    expect(begun).toHaveLength(availableParallelism() > 2 ? 2 : 1)
    for (let left = 0; left < 6; left++) await end()
    await Promise.all(all)
  })

  it.each([
    [4, 16, 2],
    [4, 2, 1],
    [16, 4, 3],
    [1, 1, 1],
  ])('with %i threads and %i cores runs %i at once', (threads, cores, running) => {
    expect(hashesAtOnce(threads, cores)).toBe(running)
  })

  it('takes turns: the second of one owner waits behind the first of another', async () => {
    const { run, begun, end } = aQueue({ running: 1 })
    const all = ['a1', 'a2', 'a3', 'b1', 'a4', 'b2', 'c1'].map((name) => run(name.slice(0, 1), name))
    for (let left = 0; left < 7; left++) await end()
    await Promise.all(all)
    expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4'])
  })

  it('refuses an owner who has too many waiting, and no other', async () => {
    const { run, end } = aQueue({ running: 1, waitingEach: 2 })
    const all = [run('a'), run('a'), run('a')]
    await expect(run('a')).rejects.toMatchObject({ code: 'rate_limited', details: { retryAfter: 2 } })
    const other = run('b')
    for (let left = 0; left < 4; left++) await end()
    expect(await Promise.all([...all, other])).toEqual(['a', 'a', 'a', 'b'])
  })

  it('refuses everyone when too many wait in all, until there is room', async () => {
    const { run, end } = aQueue({ running: 1, waiting: 2 })
    const all = [run('a'), run('b'), run('c')]
    await expect(run('d')).rejects.toMatchObject({ code: 'unavailable', details: { retryAfter: 2 } })
    await end()
    all.push(run('d'))
    for (let left = 0; left < 3; left++) await end()
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('goes on after a hash that fails', async () => {
    const { queue } = aQueue({ running: 1 })
    const failing = queue.run('a', () => Promise.reject(new Error('no memory')))
    const next = queue.run('a', async () => 'done')
    await expect(failing).rejects.toThrow('no memory')
    expect(await next).toBe('done')
  })
})
