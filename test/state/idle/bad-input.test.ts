import { describe, expect, it } from 'vitest'
import type { StorageArea } from '../../../src/state/environment/storage-area.ts'
import type { Tab } from './tab.ts'
import { createWorld, minute, second, type World } from './world.ts'

const T = 10 * minute
const denied = {
  getItem: () => null,
  setItem: () => {},
  removeItem: () => {},
}

const quota = () => {
  throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
}
const refused = () => {
  throw new DOMException('The document is sandboxed.', 'SecurityError')
}

/** Someone works in one window for a while, and then in none. Both windows must stay, and then end once. */
async function expectOneDeadline(world: World, [here, there]: [here: Tab, there: Tab]) {
  for (let passed = 0; passed < 2 * T; passed += 5 * second) {
    here.act()
    await world.advance(5 * second)
  }
  expect([...here.phases, ...there.phases]).not.toContain('ended')
  await world.advance(T + 20 * second)
  expect([here.ended, there.ended]).toEqual([['idle'], ['idle']])
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
    '7',
    'true',
    '"x"',
    '[null,7,{"last":1}]',
    '{"v":2,"last":{"at":1},"until":[9],"ended":{"reason":"idle"},"isHandled":"yes"}',
    '{"keys":{"length":3}}',
    '{"keys":[null,{},[],7]}',
    '{"__proto__":{"last":1,"ended":"idle"},"ended":"constructor"}',
    JSON.stringify({ last: 'x'.repeat(1_000_000), keys: ['x'.repeat(1_000_000)] }),
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

  it.each([Number.NaN, Infinity, -1, -1e12])('an age of %s isn’t activity', (ageMs) => {
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

  it.each([
    { record: 7 },
    { answer: { idle: null } },
    { answer: { idle: null, askedAt: 0, at: 0 } },
    { answer: { idle: {}, askedAt: 0, at: 0 } },
    {
      answer: { idle: { timeoutMs: 'x', idleRemainingMs: 'y', absoluteRemainingMs: {} }, askedAt: 0, at: 0 },
    },
    { answer: 'x', isDone: 'x', isLost: 'x' },
    { record: { ended: 'bogus' } },
    { record: { last: 1e300, until: 1e300, pressed: 1e300, known: 1e300 } },
    ['x'],
    'x',
    7,
    null,
    { record: { last: 'x', until: {} } },
  ])('news that nobody sends: %o', async (news) => {
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
    for (const hasServer of [true, false]) {
      const world = createWorld({ hasServer })
      const tab = world.tab({ environment: { channel } })
      for (const listener of listeners) listener(news)
      expect(tab.phase()).toBe('active')
      await world.advance(T - 30 * second)
      expect(tab.phase()).toBe('warning')
      await world.advance(31 * second)
      expect(tab.ended).toEqual(['idle'])
    }
  })

  it.each([
    ['is full from the start', { setItem: quota }],
    ['may not be read or written', { getItem: refused, setItem: refused, removeItem: refused }],
  ] as const)('a storage that %s: the windows use the channel', async (_, parts) => {
    for (const hasServer of [true, false]) {
      const world = createWorld({ hasServer })
      const storage: StorageArea = { ...denied, ...parts }
      await expectOneDeadline(world, [
        world.tab({ environment: { storage } }),
        world.tab({ environment: { storage } }),
      ])
      expect(world.befores()).toBe(1)
    }
  })

  it('a storage that is full after a while', async () => {
    const world = createWorld({ hasServer: false })
    let writes = 0
    const full = () => ({
      getItem: (key: string) => world.stored.get(key) ?? null,
      setItem(key: string, value: string) {
        writes += 1
        if (writes > 20) quota()
        world.stored.set(key, value)
      },
      removeItem: (key: string) => void world.stored.delete(key),
    })
    await expectOneDeadline(world, [
      world.tab({ environment: { storage: full() } }),
      world.tab({ environment: { storage: full() } }),
    ])
    expect(writes).toBeGreaterThan(20)
  })

  it('a channel that refuses to send: the windows use the storage', async () => {
    const world = createWorld({ hasServer: false })
    const channel = { open: () => ({ post: refused, subscribe: () => () => {}, close: () => {} }) }
    const [here, there] = [world.tab({ environment: { channel } }), world.tab({ environment: { channel } })]
    await expectOneDeadline(world, [here, there])
  })

  it('no parts of a page at all: no locks, no channel, no storage, no window', async () => {
    const world = createWorld({ hasServer: false, hasChannel: false, hasStorage: false, hasLocks: false })
    const tab = world.tab({ environment: { window: undefined, document: undefined } })
    tab.engine.noteActivity(0)
    await world.advance(T + second)
    expect(tab.ended).toEqual(['idle'])
  })

  it('a host’s listener that throws delays neither other listeners nor a phase', async () => {
    const world = createWorld()
    const tab = world.tab()
    const heard: string[] = []
    const fails = () => {
      throw new Error('the host fails')
    }
    tab.engine.subscribe(fails)
    tab.engine.onEnded(fails)
    tab.engine.addWork({ label: 'delete', pause: fails })
    tab.engine.subscribe(() => heard.push(tab.phase()))
    tab.engine.onEnded((reason) => heard.push(`over: ${reason}`))
    await world.advance(T + second)
    expect(new Set(heard)).toEqual(new Set(['warning', 'verifying', 'ended', 'over: idle']))
  })

  it.each([-1, 1])('a clock that jumps by a year, %s', async (direction) => {
    const year = direction * 365 * 24 * 60 * minute
    const world = createWorld()
    const [tab, other] = [world.tab(), world.tab()]
    tab.act()
    await world.advance(minute)
    world.setClock(year)
    tab.fire('focus')
    for (let passed = 0; passed < 2 * T; passed += 20 * second) {
      tab.act()
      await world.advance(20 * second)
    }
    expect(world.phases()).toEqual(['active', 'active'])
    world.setClock(-year)
    await world.advance(T + 11 * second)
    expect([tab.ended, other.ended]).toEqual([['idle'], ['idle']])
    expect(world.befores()).toBe(1)
  })
})
