import { describe, expect, it } from 'vitest'
import { createWorld, hour, minute, second } from './world.ts'

const T = 10 * minute

/** A window that was frozen for almost the whole timeout, beside one in which the person has just worked. */
async function aFrozenWindow() {
  const world = createWorld({ hasServer: false })
  const [tab, other] = [world.tab(), world.tab()]
  tab.freeze()
  for (const wait of [5 * minute, 5 * minute - 150]) {
    await world.advance(wait)
    other.act()
  }
  return { world, tab, other }
}

describe('clocks that are set, and sleep, near an end', () => {
  it.each([-hour, 20 * second])(
    'a clock that is set by %s ms near the absolute limit covers once',
    async (ms) => {
      const world = createWorld({ timeoutMs: null })
      const tab = world.tab()
      await world.advance(12 * hour - 40 * second)
      expect(tab.phase()).toBe('warning')
      world.setClock(ms)
      tab.fire('focus')
      await world.advance(5 * second)
      expect(tab.phases).toEqual(['warning', 'verifying', 'warning'])
      await world.advance(36 * second)
      expect(tab.ended).toEqual(['expired'])
    },
  )

  it.each([-1, 1])('a clock that jumps by a year and back during the warning, %s', async (direction) => {
    const year = direction * 365 * 24 * hour
    const world = createWorld()
    const [tab, other] = [world.tab(), world.tab()]
    await world.advance(T - 30 * second)
    for (const jump of [year, -year]) {
      world.setClock(jump)
      tab.fire('focus')
      await world.advance(5 * second)
      expect(world.phases()).toEqual(['warning', 'warning'])
      expect(tab.engine.remaining()).toBeLessThanOrEqual(30 * second)
    }
    await world.advance(15 * second)
    expect(world.phases()).toEqual(['warning', 'warning'])
    await world.advance(8 * second)
    expect([tab.ended, other.ended]).toEqual([['idle'], ['idle']])
    expect(world.befores()).toBe(1)
  })

  it('a hidden page whose clock was set forward is warned on time', async () => {
    const world = createWorld({ timeoutMs: 30 * minute })
    const [tab, other] = [world.tab(), world.tab()]
    await world.advance(second)
    tab.hide()
    await world.advance(minute)
    world.setClock(hour)
    world.server.save({ timeoutMs: 10 * minute })
    other.fire('focus')
    await world.advance(8 * minute - 6 * second)
    expect(tab.phase()).toBe('active')
    await world.advance(10 * second)
    expect(tab.phase()).toBe('warning')
  })

  it.each([
    ['off', null],
    ['of 10 minutes', 10 * minute],
  ])('sleep across the absolute limit, with a policy that is %s', async (_, timeoutMs) => {
    const world = createWorld({ timeoutMs })
    const tab = world.tab()
    await world.advance(minute)
    await world.sleep(13 * hour)
    expect(tab.act('keydown').isStopped).toBe(true)
    await world.advance(second)
    expect([tab.ended, tab.phases.includes('warning')]).toEqual([['expired'], false])
  })

  it('bfcache-return: a page that comes back after its warning is covered before anything', async () => {
    for (const hasServer of [true, false]) {
      const world = createWorld({ hasServer })
      const tab = world.tab()
      await world.advance(T - 30 * second)
      tab.fire('pagehide', { persisted: true })
      tab.isFrozen = true
      await world.advance(5 * minute)
      tab.isFrozen = false
      tab.fire('pageshow', { persisted: true })
      expect(tab.phase()).toBe(hasServer ? 'verifying' : 'ended')
      await world.advance(second)
      expect(tab.ended).toEqual(['idle'])
    }
  })
})

describe('clocks that are set back a little', () => {
  it('a sleep afterwards counts in full, also if the other clock doesn’t run during it', async () => {
    const world = createWorld({ hasServer: false, monoSleeps: true })
    const tab = world.tab()
    await world.advance(minute)
    world.setClock(-3 * second)
    tab.fire('focus')
    await world.sleep(8 * minute + second)
    tab.fire('focus')
    await world.settle()
    expect([tab.phase(), tab.engine.idleFor()]).toEqual(['warning', 9 * minute + second])
  })

  it('activity at a moment that the clock has shown before is heard by the other windows', async () => {
    const world = createWorld({ hasServer: false })
    const [tab, other] = [world.tab(), world.tab()]
    await world.advance(10 * second)
    tab.act()
    await world.advance(20 * second)
    world.setClock(-20 * second)
    tab.act()
    await world.settle()
    expect(other.engine.idleFor()).toBeLessThanOrEqual(1)
  })

  it('a window that freezes soon after it has corrected the record takes no activity along', async () => {
    const world = createWorld({ hasServer: false })
    const [tab, other] = [world.tab(), world.tab()]
    await world.advance(2 * minute)
    world.setClock(-2 * minute - second)
    for (const window of [tab, other]) window.fire('focus')
    await world.advance(second)
    tab.act()
    await world.settle()
    tab.freeze()
    expect(other.engine.idleFor()).toBeLessThanOrEqual(1)
  })

  it.each([201, 4 * second])(
    'a window that thaws %s ms before a moment that it reads doesn’t end',
    async (ms) => {
      const { world, tab } = await aFrozenWindow()
      world.setClock(-ms)
      await world.advance(200)
      await tab.thaw()
      expect(world.phases()).toEqual(['active', 'active'])
      expect(tab.engine.idleFor()).toBe(0)
      await world.advance(T + second)
      expect(world.phases()).toEqual(['ended', 'ended'])
    },
  )

  it.each(['focus', 'activity'])(
    'a window that is active corrects the record at once, by %s, so one that thaws doesn’t end',
    async (by) => {
      const { world, tab, other } = await aFrozenWindow()
      world.setClock(-minute)
      if (by === 'focus') other.fire('focus')
      else other.act()
      await world.advance(200)
      await tab.thaw()
      expect(world.phases()).toEqual(['active', 'active'])
    },
  )

  it('a moment that is further in the future than the clocks may differ extends nothing', async () => {
    const world = createWorld({ hasServer: false })
    const tab = world.tab()
    await world.advance(5 * minute)
    world.stored.set('roster.idle.s1', JSON.stringify({ last: world.wall() + 5_001 }))
    tab.fire('focus')
    expect(tab.engine.idleFor()).toBe(5 * minute)
  })

  it('a response from before stays unread by a window that opens, also when its moment comes again', async () => {
    const world = createWorld()
    const closing = world.tab()
    await world.advance(45 * second)
    world.setClock(-46 * second)
    world.network = 'offline'
    const tab = world.tab()
    closing.close()
    await world.settle()
    tab.act()
    await world.advance(8 * minute)
    expect(tab.engine.idleFor()).toBe(8 * minute)
  })

  it('a response from before, whose moment has passed again, makes no window younger that opens then', async () => {
    const world = createWorld()
    const [tab, other] = [world.tab(), world.tab()]
    await world.advance(T - 43 * second)
    expect(world.phases()).toEqual(['warning', 'warning'])
    world.network = 'offline'
    world.setClock(-16 * second)
    for (const window of [tab, other]) window.fire('focus')
    await world.advance(500)
    const opened = world.tab()
    expect(opened.engine.idleFor()).toBeGreaterThanOrEqual(T - 43 * second)
    expect(opened.phase()).toBe('warning')
  })

  it.each([2, 3])(
    'set forward and back a little during the warning, it makes none of %s windows younger',
    async (count) => {
      const world = createWorld()
      const tabs = Array.from({ length: count }, () => world.tab())
      await world.advance(T - 59 * second)
      for (const jump of [5_001, -1_002]) {
        world.setClock(jump)
        for (const tab of tabs) tab.fire('focus')
        await world.settle()
      }
      expect(new Set(world.phases())).toEqual(new Set(['warning']))
      for (const { engine } of tabs) expect(engine.idleFor()).toBeGreaterThanOrEqual(T - 59 * second)
    },
  )
})
