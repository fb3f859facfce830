import { describe, expect, it } from 'vitest'
import { createWorld, minute, second } from './world.ts'

const T = 10 * minute
const denied = {
  getItem: () => null,
  setItem: () => {},
  removeItem: () => {},
}

describe('bad input degrades, and is never silently off', () => {
  it.each([
    'null',
    '[]',
    '{"last":"soon"}',
    '{"last":1e400}',
    '{"last":-5,"sent":{},"until":true,"rev":3}',
    '{"until":99999999999999}',
    '\u0000',
    '{'.repeat(10_000),
  ])('garbage in the storage: %s', async (garbage) => {
    for (const hasServer of [true, false]) {
      const world = createWorld({ hasServer })
      for (const key of ['roster.idle', 'roster.idle.s1', 'roster.idle.s1.end'])
        world.stored.set(key, garbage)
      const tab = world.tab()
      tab.act()
      await world.advance(T - second)
      expect(tab.phase()).toBe('warning')
      await world.advance(2 * second)
      expect(tab.phase()).toBe('ended')
    }
  })

  it('storage denied, no channel, no locks: each window alone, and the server merges', async () => {
    const world = createWorld({ hasChannel: false, hasStorage: false, hasLocks: false })
    const [here, there] = [world.tab(), world.tab()]
    for (let passed = 0; passed < 20 * minute; passed += 10 * second) {
      here.act()
      await world.advance(10 * second)
    }
    expect(there.phase()).toBe('active')
    await world.advance(T + minute)
    expect(world.phases()).toEqual(['ended', 'ended'])
  })

  it('a storage that keeps nothing', async () => {
    const tab = createWorld().tab({ environment: { storage: denied } })
    tab.act()
    expect(tab.phase()).toBe('active')
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1, -1e12])('an age of %s isn’t activity', (ageMs) => {
    const world = createWorld()
    const tab = world.tab()
    world.pass(minute)
    tab.engine.noteActivity(ageMs)
    expect(tab.engine.idleFor()).toBe(minute)
  })

  it('age-older-ignored: activity before the last one changes nothing', () => {
    const world = createWorld()
    const tab = world.tab()
    world.pass(minute)
    tab.act()
    tab.engine.noteActivity(30 * second)
    expect(tab.engine.idleFor()).toBe(0)
  })

  it('a clock that is a year off', async () => {
    const world = createWorld()
    world.setClock(-365 * 24 * 60 * minute)
    const tab = world.tab()
    tab.act()
    await world.advance(T + second)
    expect(tab.phase()).toBe('ended')
  })

  it.each([0, -1, Number.NaN])('a hold of %s ms is refused', async (maxMs) => {
    const { engine } = createWorld({ allowHold: true }).tab()
    await expect(engine.hold('call', { maxMs })).rejects.toThrow('maxMs must be a positive number')
  })

  it.each([{ record: 7 }, { answer: { idle: null } }, 'x', null, { record: { last: 'x', until: {} } }])(
    'news that nobody sends: %o',
    async (news) => {
      const listeners = new Set<(message: unknown) => void>()
      const channel = {
        open: () => ({
          post: () => {},
          subscribe: (listener: (message: unknown) => void) => {
            listeners.add(listener)
            return () => {}
          },
          close: () => {},
        }),
      }
      const tab = createWorld().tab({ environment: { channel } })
      for (const listener of listeners) listener(news)
      expect(tab.phase()).toBe('active')
    },
  )
})
