import { describe, expect, it } from 'vitest'
import { createWorld, minute, second } from './world.ts'

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
