import { describe, expect, it } from 'vitest'
import { reach } from '../../reach.ts'
import { createWorld, minute, second } from './world.ts'

const T = 10 * minute

/** `npm run test:deep` tries all of them. */
const deep = Number(process.env.ROSTER_IDLE_PROGRAMS)
const interleavings = deep || 200
const logoutRounds = deep ? 100 : 4

describe('the windows of a browser', () => {
  it('frozen-peer: a frozen window neither keeps the session nor loses it', async () => {
    const world = createWorld()
    const [frozen, tab] = [world.tab(), world.tab()]
    frozen.act()
    frozen.freeze()
    await world.advance(T + second)
    expect(tab.phase()).toBe('ended')
    await frozen.thaw()
    expect(frozen.phase()).toBe('ended')
    expect(world.befores()).toBe(1)
  })

  it('frozen-peer: a window that was frozen goes on where the others are', async () => {
    const world = createWorld()
    const [frozen, tab] = [world.tab(), world.tab()]
    frozen.freeze()
    for (let passed = 0; passed < 30 * minute; passed += minute) {
      tab.act()
      await world.advance(minute)
    }
    await frozen.thaw()
    expect(frozen.phase()).toBe('active')
    expect(frozen.phases).not.toContain('ended')
  })

  it('frozen-peer: a window that is frozen while it asks the server is not waited for', async () => {
    const world = createWorld({ latency: 400 })
    const [asking, tab] = [world.tab(), world.tab()]
    await world.advance(T)
    asking.isFrozen = true
    await world.advance(5 * second)
    expect(tab.phase()).toBe('ended')
  })

  it('frozen-peer: what the server said while a window was frozen comes late, and ends nothing', async () => {
    const world = createWorld()
    const [frozen, tab] = [world.tab(), world.tab()]
    frozen.freeze()
    await world.advance(5 * minute)
    tab.act()
    await world.advance(5 * minute + second)
    world.network = 'html'
    await frozen.thaw()
    expect(frozen.phase()).toBe('active')
    expect(frozen.phases).not.toContain('verifying')
  })

  it.each(['freeze', 'close', 'hide'] as const)(
    'frozen-peer: the last activity before a window goes (%s) counts in the others',
    async (leave) => {
      const world = createWorld({ hasServer: false })
      const [tab, other] = [world.tab(), world.tab()]
      await world.advance(minute)
      tab.act()
      await world.advance(1_900)
      tab.act()
      tab[leave]()
      await world.settle()
      expect(other.engine.idleFor()).toBe(0)
    },
  )

  it('crashed-peer: a window that is gone keeps nothing', async () => {
    const world = createWorld()
    const [crashed, tab] = [world.tab(), world.tab()]
    crashed.act()
    await world.advance(minute)
    crashed.crash()
    await world.advance(T)
    expect(tab.phase()).toBe('ended')
    expect(tab.before).toEqual(['idle'])
  })

  it('crashed-peer: what was done just before a crash counts in the other windows', async () => {
    const world = createWorld({ hasServer: false })
    const tab = world.tab()
    await world.advance(5 * minute)
    const opened = world.tab()
    await world.advance(second)
    opened.act()
    opened.crash()
    await world.advance(T - 2 * minute - 2 * second)
    expect(tab.phase()).toBe('active')
  })

  it('active-here-idle-there: one person, one deadline', async () => {
    for (const options of [
      {},
      { hasServer: false },
      { hasChannel: false },
      { hasStorage: false },
      { hasServer: false, hasChannel: false },
      { hasServer: false, hasStorage: false },
    ]) {
      const world = createWorld(options)
      const [here, there] = [world.tab(), world.tab()]
      for (let passed = 0; passed < 25 * minute; passed += 5 * second) {
        here.act()
        await world.advance(5 * second)
      }
      expect(there.phase()).toBe('active')
      expect([...here.phases, ...there.phases]).not.toContain('ended')
    }
  })

  it('open-tab-during-warning: a new window is warned too, and its answer is everybody’s', async () => {
    const world = createWorld()
    const tab = world.tab()
    await world.advance(T - 30 * second)
    const late = world.tab()
    await world.settle()
    expect(late.phase()).toBe('warning')
    late.act()
    expect(late.phase()).toBe('warning')
    await late.engine.stay()
    await world.settle()
    expect([tab.phase(), late.phase()]).toEqual(['active', 'active'])
    expect(tab.engine.remaining()).toBe(T)
  })

  it('logout-once: 10 windows', { timeout: 300_000 }, async () => {
    for (const hasLocks of [true, false])
      for (let round = 0; round < logoutRounds; round += 1) {
        const world = createWorld({
          timeoutMs: minute,
          warnMs: 20 * second,
          hasLocks,
          latency: round % 3 === 0 ? 200 : 0,
        })
        const tabs = Array.from({ length: 10 }, () => world.tab())
        tabs[round % 10]?.act()
        await world.advance(80 * second)
        expect(world.phases()).toEqual(Array(10).fill('ended'))
        expect(world.befores(), `locks: ${hasLocks}, round ${round}`).toBe(1)
        for (const { ended } of tabs) expect(ended).toEqual(['idle'])
      }
  })

  it('a window that takes over the end and dies leaves the others free after a bound', async () => {
    const world = createWorld()
    const [first, second_] = [world.tab(), world.tab()]
    first.engine.onBeforeEnd(() => new Promise(() => {}))
    first.engine.logOutNow()
    await world.settle()
    first.crash()
    await world.advance(9 * second)
    expect(second_.ended).toEqual(['signed_out'])
  })

  it('a log-out reaches every window without a channel and a server, and one that is opened later', async () => {
    const world = createWorld({ hasChannel: false, hasServer: false })
    const [tab, other] = [world.tab(), world.tab()]
    tab.engine.logOutNow()
    await world.advance(100)
    expect(other.phase()).toBe('ended')
    expect(world.tab().phase()).toBe('ended')
  })

  it('session-switch: another session’s record is ignored', async () => {
    const world = createWorld({ hasServer: false })
    const [ada, ben] = [world.tab({ sessionKey: 'ada' }), world.tab({ sessionKey: 'ben' })]
    for (let passed = 0; passed < T - second; passed += 10 * second) {
      ben.act()
      await world.advance(10 * second)
    }
    await world.advance(second)
    expect(ada.phase()).toBe('ended')
    expect(ben.phase()).toBe('active')
  })

  it('session-switch: a replaced session ends in its own windows alone, once, and sends nothing', async () => {
    const world = createWorld()
    const [tab, other] = [world.tab({ sessionKey: 'ada' }), world.tab({ sessionKey: 'ada' })]
    const ben = world.tab({ sessionKey: 'ben' })
    tab.engine.end('session_changed')
    other.engine.end('session_changed')
    await world.advance(10 * second)
    expect([tab.ended, other.ended, ben.ended]).toEqual([['session_changed'], ['session_changed'], []])
    expect(ben.phase()).toBe('active')
    expect([world.befores(), world.server.calls.end]).toEqual([0, []])
  })

  it('logout-once: a window that is opened after the end, or comes back then, does nothing of it again', async () => {
    for (const hasLocks of [true, false]) {
      const world = createWorld({ hasLocks })
      const [tab, frozen] = [world.tab(), world.tab()]
      frozen.freeze()
      tab.engine.logOutNow()
      await world.advance(minute)
      await frozen.thaw()
      const late = world.tab()
      await world.advance(minute)
      expect([tab.ended, frozen.ended, late.ended]).toEqual(Array(3).fill(['signed_out']))
      expect([world.befores(), world.server.calls.end]).toEqual([1, ['signed_out']])
    }
  })

  it('records of old sessions do not pile up', async () => {
    const world = createWorld()
    for (let sign = 0; sign < 30; sign += 1) {
      const tab = world.tab({ sessionKey: `s${sign}` })
      tab.act()
      tab.engine.logOutNow()
      await world.advance(second)
      tab.close()
    }
    expect(world.stored.size).toBeLessThan(20)
  })

  it('extend-vs-end: one outcome everywhere', { timeout: 600_000 }, async () => {
    for (let round = 0; round < interleavings; round += 1) {
      const world = createWorld({ timeoutMs: minute, warnMs: 20 * second, latency: (round * 7) % 400 })
      const [one, two, three] = [world.tab(), world.tab(), world.tab()]
      const early = ((round * 37) % 1_200) - 200
      await world.advance(minute - early)
      void one.engine.stay()
      if (round % 3 === 0) two.engine.logOutNow()
      await world.advance((round * 13) % 300)
      void three.engine.stay()
      await world.advance(12 * second)
      const phases = new Set(world.phases())
      expect(phases.size, `round ${round}`).toBe(1)
      expect(world.server.isEnded(), `round ${round}`).toBe(phases.has('ended'))
    }
    reach({ area: 'idle: extend or end', floor: 10_000, reached: interleavings, outcome: 'one outcome' })
  })
})
