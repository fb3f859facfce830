import { describe, expect, it } from 'vitest'
import type { ChannelSource } from '../../../src/state/environment/channel-source.ts'
import type { LockSource } from '../../../src/state/environment/lock-source.ts'
import { createWorld, hour, minute, second } from './world.ts'

const T = 10 * minute

const fails = () => {
  throw new DOMException('The operation was refused.', 'InvalidStateError')
}

/** Locks that a browser or an extension has broken. */
const locks: Record<string, LockSource> = {
  'never resolve': { ifAvailable: () => new Promise(() => {}) },
  reject: { ifAvailable: () => Promise.reject(new DOMException('Refused.', 'SecurityError')) },
  throw: { ifAvailable: fails },
  'are stolen while they are held': {
    ifAvailable(_, run) {
      void run()
      return Promise.reject(new DOMException('The lock was stolen.', 'AbortError'))
    },
  },
  'are given to everyone': { ifAvailable: async (_, run) => run().then(() => true) },
}

/** A machine whose windows take their time: what they send arrives in another order than it was sent. */
function shuffledChannel(after: (ms: number, run: () => void) => void): ChannelSource {
  const windows = new Set<(message: unknown) => void>()
  let sent = 0
  return {
    open() {
      let own = (_: unknown) => {}
      return {
        post(message) {
          sent += 1
          for (const other of windows)
            if (other !== own) after((sent * 37) % 400, () => other(structuredClone(message)))
        },
        subscribe(listener) {
          own = listener
          windows.add(own)
          return () => void windows.delete(own)
        },
        close: () => windows.delete(own),
      }
    },
  }
}

describe('faults of a browser', () => {
  it.each(Object.entries(locks))(
    'Web Locks that %s: the session ends in time, and once',
    async (_, broken) => {
      for (const hasServer of [true, false]) {
        const world = createWorld({ hasServer })
        const tabs = [1, 2, 3].map(() => world.tab({ environment: { locks: broken } }))
        await world.advance(T + 8 * second)
        expect(tabs.map(({ ended }) => ended)).toEqual(Array(3).fill(['idle']))
        expect(world.befores()).toBe(1)
        expect(world.server.calls.end).toEqual(hasServer ? ['idle'] : [])
      }
    },
  )

  it.each([
    ['cannot be opened', { open: fails }],
    ['cannot be listened to', { open: () => ({ post: () => {}, subscribe: fails, close: fails }) as never }],
    ['cannot be closed', { open: () => ({ post: fails, subscribe: () => () => {}, close: fails }) }],
  ])('a channel that %s: the storage is enough', async (_, channel: ChannelSource) => {
    const world = createWorld({ hasServer: false })
    const [tab, other] = [world.tab({ environment: { channel } }), world.tab({ environment: { channel } })]
    for (let passed = 0; passed < 2 * T; passed += 10 * second) {
      tab.act()
      await world.advance(10 * second)
    }
    expect(other.phases).toEqual(['active'])
    await world.advance(T + 9 * second)
    expect([tab.ended, other.ended]).toEqual([['idle'], ['idle']])
    expect(world.befores()).toBe(1)
    tab.unmount()
  })

  it.each([2, 3, 7])('a storage in which each write but every %s. fails', async (every) => {
    const world = createWorld({ hasServer: false })
    let writes = 0
    const storage = {
      getItem: (key: string) => world.stored.get(key) ?? null,
      setItem(key: string, value: string) {
        writes += 1
        if (writes % every > 0) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
        world.stored.set(key, value)
      },
      removeItem: (key: string) => void world.stored.delete(key),
    }
    const [tab, other] = [world.tab({ environment: { storage } }), world.tab({ environment: { storage } })]
    for (let passed = 0; passed < 2 * T; passed += 5 * second) {
      tab.act()
      await world.advance(5 * second)
    }
    expect([...tab.phases, ...other.phases]).not.toContain('ended')
    await world.advance(T + 20 * second)
    expect([tab.ended, other.ended]).toEqual([['idle'], ['idle']])
    expect(world.befores()).toBe(1)
  })

  it('messages that arrive late and in another order, without a storage', async () => {
    const world = createWorld({ hasServer: false, hasStorage: false })
    const timers = world.tab({ sessionKey: 'another' })
    const channel = shuffledChannel((ms, run) => world.after(timers, ms, run))
    const [tab, other] = [world.tab({ environment: { channel } }), world.tab({ environment: { channel } })]
    for (let passed = 0; passed < 2 * T; passed += second) {
      tab.act()
      await world.advance(second)
    }
    expect([...tab.phases, ...other.phases]).toEqual(['active', 'active'])
    expect(Math.abs(tab.engine.remaining() - other.engine.remaining())).toBeLessThan(4 * second)
    await world.advance(T + 20 * second)
    expect([tab.ended, other.ended]).toEqual([['idle'], ['idle']])
  })

  it('a message that comes after a long time undoes nothing of what is known', async () => {
    const world = createWorld({ hasServer: false, allowHold: true })
    const listeners: ((message: unknown) => void)[] = []
    const channel: ChannelSource = {
      open: () => ({
        post: () => {},
        subscribe(listener) {
          listeners.push(listener)
          return () => {}
        },
        close: () => {},
      }),
    }
    const tab = world.tab({ environment: { channel } })
    const early = world.wall()
    await world.advance(minute)
    tab.act()
    await tab.engine.hold('call', { maxMs: 30 * minute })
    for (const listener of listeners)
      listener({ name: 'roster.idle.s1', record: { last: early, sent: early, until: early + 1 } })
    expect(JSON.parse(world.stored.get('roster.idle.s1') ?? '{}')).toMatchObject({
      last: early + minute,
    })
    const late = world.tab()
    expect(late.engine.remaining()).toBe(31 * minute)
  })

  it('storage events that come late, twice, for other keys, and for all keys', async () => {
    const world = createWorld({ hasServer: false, hasChannel: false })
    const [tab, other] = [world.tab(), world.tab()]
    for (let passed = 0; passed < T; passed += 5 * second) {
      tab.act()
      for (const key of [null, 'roster.idle.s1', 'roster.idle.s1.end', 'theme', 'roster.idle.s1'])
        other.fire('storage', { key, oldValue: '{}', newValue: '{"last":1}' })
      await world.advance(5 * second)
    }
    expect(other.phases).toEqual(['active'])
    world.stored.clear()
    other.fire('storage', { key: null })
    await world.advance(T + second)
    expect([tab.ended, other.ended]).toEqual([['idle'], ['idle']])
  })

  it('a visibility that flaps asks and reports no more often', async () => {
    const world = createWorld()
    const tab = world.tab()
    await world.advance(second)
    const { get, report } = world.server.calls
    for (let flap = 0; flap < 1_000; flap += 1) {
      tab.hide()
      tab.show()
      await world.settle()
    }
    expect([world.server.calls.get - get, report.length]).toEqual([0, 0])
    expect(tab.timers()).toBeLessThanOrEqual(3)
    await world.advance(T + second)
    expect(tab.ended).toEqual(['idle'])
  })

  it('two windows whose storage keeps nothing send each other and the server no more than others do', async () => {
    const world = createWorld()
    let writes = 0
    const storage = {
      getItem: () => null,
      setItem() {
        writes += 1
      },
      removeItem: () => {},
    }
    const [tab] = [world.tab({ environment: { storage } }), world.tab({ environment: { storage } })]
    for (let passed = 0; passed < minute; passed += second) {
      tab.act()
      await world.advance(second)
    }
    expect(writes).toBeLessThan(100)
    expect(world.server.calls.report.length).toBeLessThanOrEqual(2)
  })

  it('a window that was opened after the clock was set back learns from the others when someone was active', async () => {
    const world = createWorld({ hasServer: false })
    const tab = world.tab()
    tab.act()
    await world.advance(minute)
    world.setClock(-hour)
    const late = world.tab()
    await world.advance(second)
    expect(late.phase()).toBe('active')
    expect(Math.abs(late.engine.remaining() - tab.engine.remaining())).toBeLessThan(second)
  })
})

describe('what a host does with its engine', () => {
  it('calls stay a thousand times, also from its own listeners: one report', async () => {
    const world = createWorld({ latency: 200 })
    const tab = world.tab()
    tab.engine.subscribe(() => void tab.engine.stay())
    tab.engine.onEnded(() => void tab.engine.stay())
    await world.advance(T - 30 * second)
    for (let call = 0; call < 1_000; call += 1) void tab.engine.stay()
    await world.advance(second)
    expect(tab.phase()).toBe('active')
    expect(world.server.calls.report).toHaveLength(1)
    tab.engine.logOutNow()
    await world.advance(10 * second)
    await tab.engine.stay()
    expect(tab.ended).toEqual(['signed_out'])
    expect(tab.phase()).toBe('ended')
  })

  it('logs out in its own listeners, at any moment: it ends once', async () => {
    const world = createWorld()
    const [tab, other] = [world.tab(), world.tab()]
    tab.engine.subscribe(() => tab.engine.logOutNow())
    tab.engine.onBeforeEnd(() => tab.engine.logOutNow())
    tab.engine.onEnded(() => tab.engine.logOutNow())
    await world.advance(T + 10 * second)
    expect([tab.ended, other.ended]).toEqual([['signed_out'], ['signed_out']])
    expect(world.befores()).toBe(1)
  })

  it('never releases its hold, and closes the window', async () => {
    for (const hasServer of [true, false]) {
      const world = createWorld({ allowHold: true, hasServer })
      const [tab, other] = [world.tab(), world.tab()]
      await tab.engine.hold('call', { maxMs: 1e308 })
      await world.advance(second)
      tab.crash()
      await world.advance(59 * minute)
      expect(other.phase()).toBe('active')
      await world.advance(3 * minute)
      expect(other.ended).toEqual(['idle'])
    }
  })

  it('leaves the page in its own work before the logout: the other windows end', async () => {
    const world = createWorld()
    const [tab, other] = [world.tab(), world.tab()]
    for (const each of [tab, other])
      each.engine.onBeforeEnd(() => {
        each.close()
      })
    tab.engine.logOutNow()
    await world.advance(20 * second)
    expect(other.phase()).toBe('ended')
    expect(world.befores()).toBe(1)
  })

  it.each([20 * minute, '600000', Number.NaN, undefined, -5, 1e308, {}])(
    'sets a timeout of %s: a valid one applies, and anything else changes nothing',
    async (timeoutMs) => {
      const { engine } = createWorld({ hasServer: false }).tab()
      engine.setPolicy({ timeoutMs } as { timeoutMs: number })
      const isValid = timeoutMs === 20 * minute || timeoutMs === 1e308
      expect(engine.getState().policy.timeoutMs).toBe(isValid ? timeoutMs : T)
      expect(engine.getState().phase).toBe('active')
    },
  )
})
