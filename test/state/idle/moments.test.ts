import { describe, expect, it } from 'vitest'
import { createWorld, minute, second, type World } from './world.ts'

const T = 10 * minute

describe('a moment that was read before the clock was set back', () => {
  it.each([-5_001, -4 * minute])('*Stay logged in* counts once, by %s ms', async (ms) => {
    const world = createWorld()
    const [tab, other] = [world.tab(), world.tab()]
    await world.advance(T - 5 * second)
    await tab.engine.stay()
    const pressed = world.truth()
    await world.advance(T - 58 * second)
    world.setClock(ms)
    for (const window of [tab, other]) window.fire('focus')
    await world.settle()
    expect(world.phases()).toEqual(['warning', 'warning'])
    await world.advance(minute)
    expect(world.phases()).toEqual(['ended', 'ended'])
    expect(world.server.activityAt()).toBe(pressed)
  })

  it('*Stay logged in* doesn’t count when its moment comes again', async () => {
    const world = createWorld()
    const tabs = [world.tab(), world.tab()]
    await world.advance(T - minute)
    void tabs[0]?.engine.stay()
    await world.settle()
    world.setClock(-minute)
    for (const tab of tabs) tab.fire('focus')
    await world.settle()
    const pressed = world.truth()
    await world.advance(T + second)
    expect(world.phases()).toEqual(['ended', 'ended'])
    expect(world.server.activityAt()).toBe(pressed)
  })

  it('*Stay logged in* that the server knows of doesn’t count in a window that opens', async () => {
    const world = createWorld()
    const tab = world.tab()
    await world.advance(T - 30 * second)
    await tab.engine.stay()
    const pressed = world.truth()
    await world.advance(5 * minute)
    world.setClock(-4 * minute)
    tab.fire('focus')
    await world.settle()
    world.tab({ idle: null })
    await world.advance(2 * minute)
    expect(world.server.activityAt()).toBe(pressed)
  })

  it('a report isn’t one of later activity, when its moment comes again', async () => {
    const world = createWorld()
    const tab = world.tab()
    tab.act()
    await world.advance(30 * second)
    world.network = 'offline'
    world.setClock(-40 * second)
    tab.act()
    const at = world.truth()
    await world.advance(minute)
    world.network = 'ok'
    await world.advance(2 * minute)
    expect(world.server.activityAt()).toBe(at)
  })
})

describe.each([1_004, 4 * minute])('an activity before the clock was set back by %s ms', (ms) => {
  /** A window that was active 5 minutes ago, before the clock was set back, and one that was frozen all that time. */
  async function aSetClock() {
    const world = createWorld({ hasServer: false })
    const [tab, frozen] = [world.tab(), world.tab()]
    frozen.freeze()
    await world.advance(second)
    tab.act()
    await world.advance(5 * minute)
    world.setClock(-ms)
    return { world, tab, frozen }
  }

  /** All windows have the same age of the last activity, and warn on time. */
  async function expectOneAge({ open, advance, phases }: World) {
    for (const { engine } of open())
      expect(Math.abs(engine.idleFor() - 5 * minute - 6 * second)).toBeLessThan(10)
    await advance(T - 6 * minute - 7 * second)
    expect(phases()).toEqual(['active', 'active'])
    await advance(2 * second)
    expect(phases()).toEqual(['warning', 'warning'])
  }

  it('counts in full, also if a window that thaws receives the message about it after the correction', async () => {
    const { world, tab, frozen } = await aSetClock()
    tab.fire('focus')
    await world.advance(3 * second)
    await frozen.thaw()
    await world.advance(3 * second)
    await expectOneAge(world)
  })

  it('counts in full, also if a window thaws before another one notices the clock', async () => {
    const { world, tab, frozen } = await aSetClock()
    await frozen.thaw()
    await world.advance(3 * second)
    tab.fire('focus')
    await world.advance(3 * second)
    await expectOneAge(world)
  })

  it('counts in full, also if a window is opened before another one notices the clock', async () => {
    const { world, tab, frozen } = await aSetClock()
    frozen.crash()
    world.tab()
    await world.advance(3 * second)
    tab.fire('focus')
    await world.advance(3 * second)
    await expectOneAge(world)
  })
})

it('an activity stays known to a window that has read it, if another one is opened that can only guess', async () => {
  const world = createWorld({ hasServer: false })
  const [active, reader] = [world.tab(), world.tab()]
  await world.advance(second)
  active.act()
  await world.settle()
  active.crash()
  world.setClock(-6 * second)
  world.tab()
  await world.settle()
  expect(world.phases()).toEqual(['active', 'active'])
  expect(reader.engine.idleFor()).toBe(0)
})
