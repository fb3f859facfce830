import { describe, expect, it } from 'vitest'
import { createWorld, hour, minute, second } from './world.ts'

const T = 10 * minute

describe('the deadline is derived', () => {
  it('no-input-after-mount: a page that nobody touches is warned and ends', async () => {
    const world = createWorld()
    const tab = world.tab()
    await world.advance(T - minute - second)
    expect(tab.phase()).toBe('active')
    await world.advance(2 * second)
    expect(tab.phase()).toBe('warning')
    await world.advance(minute)
    expect(tab.phases).toEqual(['active', 'warning', 'verifying', 'ended'])
    expect(tab.engine.getState().reason).toBe('idle')
    expect(tab.before).toEqual(['idle'])
    expect(tab.ended).toEqual(['idle'])
  })

  it('visible-but-idle-ends: being looked at, focus and scrolling are not activity', async () => {
    const world = createWorld()
    const tab = world.tab()
    for (let passed = 0; passed < T + second; passed += 10 * second) {
      for (const type of ['focus', 'scroll', 'visibilitychange', 'pageshow', 'online', 'mousemove'])
        tab.fire(type)
      await world.advance(10 * second)
    }
    expect(tab.phase()).toBe('ended')
  })

  it.each([true, false])('sleep-past-T: no warning, covered and ended (server: %s)', async (hasServer) => {
    const world = createWorld({ hasServer })
    const tab = world.tab()
    const other = world.tab()
    tab.act()
    await world.settle()
    await world.sleep(8 * hour)
    const press = tab.act('keydown')
    expect(press.isStopped).toBe(true)
    expect(tab.phase()).toBe(hasServer ? 'verifying' : 'ended')
    await world.advance(100)
    expect([tab.phase(), other.phase()]).toEqual(['ended', 'ended'])
    expect(tab.phases).not.toContain('warning')
    expect(world.server.activityAt()).toBe(0)
  })

  it('sleep-past-T: the next request covers the page before it is sent', async () => {
    const world = createWorld()
    const tab = world.tab()
    world.network = 'silent'
    await world.sleep(8 * hour)
    void tab.request()
    expect(tab.phase()).toBe('verifying')
  })

  it('download-click, cancel-leave: a question before leaving stops nothing, and isn’t activity', async () => {
    const world = createWorld()
    const tab = world.tab()
    await world.advance(5 * minute)
    const listeners = tab.listeners()
    tab.fire('beforeunload', { returnValue: 'stay' })
    expect([tab.engine.idleFor(), tab.listeners()]).toEqual([5 * minute, listeners])
    await world.advance(5 * minute + second)
    expect(tab.phase()).toBe('ended')
  })

  it('sleep-into-W: wakes up in the warning, at the time that is left', async () => {
    const world = createWorld()
    const tab = world.tab()
    tab.act()
    await world.advance(second)
    await world.sleep(T - 31 * second)
    tab.fire('focus')
    await world.settle()
    expect(tab.phase()).toBe('warning')
    expect(tab.engine.remaining()).toBeGreaterThan(29 * second)
    expect(tab.engine.remaining()).toBeLessThanOrEqual(30 * second)
  })

  it('sleep-into-W: after a sleep the warning comes on time, not at the next regular check', async () => {
    const world = createWorld({ hasServer: false })
    const tab = world.tab()
    await world.sleep(71 * second)
    tab.fire('focus')
    await world.advance(T - minute - 71 * second)
    expect(tab.phase()).toBe('warning')
  })

  it('hidden-deadline: a hidden window ends on time', async () => {
    const world = createWorld()
    const tab = world.tab()
    tab.hide()
    await world.advance(T + 100)
    expect(tab.phase()).toBe('ended')
  })

  it('a hidden window asks the server for nothing', async () => {
    const world = createWorld({ timeoutMs: 30 * minute })
    const tab = world.tab()
    await world.advance(second)
    tab.hide()
    await world.advance(second)
    const asked = world.server.calls.get
    await world.advance(20 * minute)
    expect(world.server.calls.get).toBe(asked)
  })

  it('reload-keeps-idle: loading the page again is not activity', async () => {
    for (const hasServer of [true, false]) {
      const world = createWorld({ hasServer })
      world.tab().act()
      await world.advance(T - 2 * minute)
      world.tabs[0]?.close()
      const tab = world.tab()
      await world.settle()
      expect(tab.engine.remaining()).toBeLessThanOrEqual(2 * minute)
      await world.advance(2 * minute + 100)
      expect(tab.phase()).toBe('ended')
    }
  })

  it('reopen-after-T: a window that is opened after the end shows nothing', async () => {
    for (const hasServer of [true, false]) {
      const world = createWorld({ hasServer })
      world.tab().act()
      await world.advance(second)
      world.tabs[0]?.close()
      await world.advance(T + minute)
      const tab = world.tab({ idle: undefined })
      await world.advance(second)
      expect(tab.phase()).toBe('ended')
    }
  })

  it.each([hour, 5 * minute, 30 * second, second])('clock-back-1h: the deadline stays, %s ms', async (ms) => {
    for (const hasServer of [true, false]) {
      const world = createWorld({ hasServer })
      const tab = world.tab()
      tab.act()
      await world.advance(minute)
      world.setClock(-ms)
      await world.advance(T - minute - second)
      expect(tab.phase()).toBe('warning')
      await world.advance(2 * second)
      expect(tab.phase()).toBe('ended')
    }
  })

  it('clock-back-1h: a person who works goes on, and is known to the server', async () => {
    const world = createWorld()
    const [tab, other] = [world.tab(), world.tab()]
    tab.act()
    await world.advance(minute)
    world.setClock(-hour)
    for (let passed = 0; passed < 20 * minute; passed += 20 * second) {
      tab.act()
      await world.advance(20 * second)
    }
    expect(tab.phases.concat(other.phases)).not.toContain('warning')
    expect(world.truth() - world.server.activityAt()).toBeLessThanOrEqual(minute + 20 * second)
  })

  it('clock-forward-1h: the server knows better', async () => {
    const world = createWorld()
    const tab = world.tab()
    tab.act()
    await world.advance(minute)
    world.setClock(hour)
    await world.advance(minute)
    expect(tab.phases).toEqual(['active', 'verifying', 'active'])
    expect(tab.engine.remaining()).toBeGreaterThan(T - 2 * minute - second)
    await world.advance(T - 2 * minute + second)
    expect(tab.phase()).toBe('ended')
  })

  it('a clock that goes wrong while the server is away leaves a person warned, not logged out', async () => {
    const world = createWorld()
    const tab = world.tab()
    tab.act()
    await world.advance(minute)
    world.network = 'offline'
    world.setClock(T - minute - 30 * second)
    tab.fire('focus')
    expect(tab.phase()).toBe('verifying')
    await world.advance(11 * second)
    expect(tab.phase()).toBe('warning')
  })

  it('a record from the future never extends', async () => {
    const world = createWorld({ hasServer: false })
    world.tab().act()
    world.tabs[0]?.close()
    world.setClock(-hour)
    const tab = world.tab()
    expect(tab.phase()).toBe('warning')
    await world.advance(minute + second)
    expect(tab.phase()).toBe('ended')
  })

  it('countdown-skew≤1s: every window shows the same time', async () => {
    const world = createWorld({ latency: 300 })
    const tabs = [world.tab(), world.tab(), world.tab()]
    for (let step = 0; step < 50; step += 1) {
      tabs[step % 3]?.act()
      await world.advance(700)
    }
    for (let step = 0; step < 30; step += 1) {
      await world.advance(20 * second)
      const left = tabs.map(({ engine }) => engine.remaining())
      expect(Math.max(...left) - Math.min(...left)).toBeLessThanOrEqual(second)
      if (tabs[0]?.phase() === 'ended') break
    }
  })

  it('the absolute limit is warned of, and nothing moves it', async () => {
    const world = createWorld({ timeoutMs: 30 * minute, warnMs: 2 * minute })
    const tab = world.tab()
    for (let passed = 0; passed < 12 * hour - 90 * second; passed += minute) {
      tab.act()
      await world.advance(minute)
    }
    expect(tab.engine.getState()).toMatchObject({ phase: 'warning', limit: 'absolute' })
    await tab.engine.stay()
    tab.act()
    await world.advance(2 * minute)
    expect(tab.engine.getState()).toMatchObject({ phase: 'ended', reason: 'expired' })
  })
})
