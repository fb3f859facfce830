import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { type Bounds, createTurns } from '../../../backend/core/queues/turns.ts'

/** A queue whose tasks run until they are ended, in the order in which they began. */
function aQueue(bounds: Bounds) {
  const turns = createTurns(bounds)
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  return {
    turns,
    begun,
    run: (name: string) =>
      turns.run(name.slice(0, 1), () => {
        begun.push(name)
        return new Promise<string>((resolve) => ends.set(name, () => resolve(name)))
      }),
    async end(name: string) {
      ends.get(name)?.()
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

describe('turns', () => {
  it('run as many tasks of one owner as its bound, and leave the other places to others', async () => {
    const { run, begun, end } = aQueue({ running: 4, runningEach: 2 })
    const all = ['a1', 'a2', 'a3', 'b1', 'c1', 'b2'].map(run)
    expect(begun).toEqual(['a1', 'a2', 'b1', 'c1'])
    await end('c1')
    expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'b2'])
    await end('b1')
    expect(begun).not.toContain('a3')
    await end('a2')
    expect(begun.at(-1)).toBe('a3')
    for (const name of ['a1', 'a3', 'b2']) await end(name)
    expect(await Promise.all(all)).toEqual(['a1', 'a2', 'a3', 'b1', 'c1', 'b2'])
  })

  it('pass from owner to owner, however much one of them waits', async () => {
    const { run, begun, end } = aQueue({ running: 1 })
    for (const name of ['a1', 'a2', 'a3', 'b1', 'c1', 'b2']) run(name)
    for (const name of ['a1', 'a2', 'b1', 'c1', 'a3']) await end(name)
    expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2'])
  })

  it('refuse an owner who has too many waiting, and when too many wait in all, the last of the owner with the most', async () => {
    const { run, end } = aQueue({ running: 1, waiting: 3, waitingEach: 2 })
    const all = ['a1', 'a2', 'a3'].map(run)
    await expect(run('a4')).rejects.toMatchObject({ name: 'Busy', isOwn: true })
    all.push(run('b1'))
    const evicted = expect(all[2]).rejects.toMatchObject({ name: 'Busy', isOwn: false })
    all.push(run('c1'))
    await evicted
    await expect(run('d1')).rejects.toMatchObject({ name: 'Busy', isOwn: false })
    for (const name of ['a1', 'a2', 'b1', 'c1']) await end(name)
    expect(await Promise.all(all.filter((_, index) => index !== 2))).toEqual(['a1', 'a2', 'b1', 'c1'])
  })

  it('refuse what waited too long, and free its place', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const { run, begun, end } = aQueue({ running: 1, patience: 50 })
    const first = run('a1')
    const late = expect(run('b1')).rejects.toMatchObject({ name: 'Busy' })
    await vi.advanceTimersByTimeAsync(50)
    await late
    const next = run('c1')
    await end('a1')
    expect(begun).toEqual(['a1', 'c1'])
    await vi.advanceTimersByTimeAsync(1_000)
    await end('c1')
    expect(await Promise.all([first, next])).toEqual(['a1', 'c1'])
  })

  it('let tasks go before their owner’s others in their own order, and not before the turns of others', async () => {
    const { turns } = aQueue({ running: 1 })
    const begun: string[] = []
    const end = await turns.take('a')
    for (const [name, isFirst] of [
      ['a1', false],
      ['b1', false],
      ['a2', true],
      ['a3', true],
    ] as const)
      void turns.take(name.slice(0, 1), isFirst).then((over) => {
        begun.push(name)
        over()
      })
    end()
    await expect.poll(() => begun).toEqual(['a2', 'b1', 'a3', 'a1'])
  })

  it('give a place back once, however often its holder says so', async () => {
    const { turns } = aQueue({ running: 1 })
    const end = await turns.take('a')
    end()
    end()
    await turns.take('a')
    let isStarted = false
    void turns.take('b').then(() => {
      isStarted = true
    })
    await new Promise((resolve) => setImmediate(resolve))
    expect(isStarted).toBe(false)
  })

  it('go on after a task that fails', async () => {
    const { turns } = aQueue({ runningEach: 1 })
    await expect(turns.run('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await turns.run('a', async () => 'done')).toBe('done')
  })
})
