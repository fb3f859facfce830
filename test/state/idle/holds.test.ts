import { describe, expect, it } from 'vitest'
import { createWorld, hour, minute, second } from './world.ts'

/** A browser without a server, where companies allow holds. */
const alone = () => createWorld({ hasServer: false, allowHold: true })

describe('holds in a browser that decides on its own', () => {
  it.each([0, 1])('one that is released leaves another one alone, in window %s', async (which) => {
    const world = alone()
    const tabs = [world.tab(), world.tab(), world.tab()]
    const call = await tabs[0]?.engine.hold('call', { maxMs: 40 * minute })
    const upload = await tabs[which]?.engine.hold('upload', { maxMs: 20 * minute })
    await world.advance(15 * minute)
    await upload?.release()
    await world.advance(20 * minute)
    expect(tabs.flatMap(({ phases }) => phases)).not.toContain('ended')
    expect(world.phases()).toEqual(['active', 'active', 'active'])
    await call?.release()
    await world.advance(second)
    expect(world.phases()).toEqual(['warning', 'warning', 'warning'])
    await world.advance(minute)
    expect(world.phases()).toEqual(['ended', 'ended', 'ended'])
  })

  it('one that is released early leaves the timeout as it is', async () => {
    const world = alone()
    const [tab, other] = [world.tab(), world.tab()]
    const hold = await tab.engine.hold('call', { maxMs: 40 * minute })
    await world.advance(minute)
    await hold.release()
    await hold.release()
    await world.settle()
    expect([tab, other].map(({ engine }) => engine.remaining())).toEqual([9 * minute, 9 * minute])
  })

  it('one that is released after its time postpones nothing', async () => {
    const world = alone()
    const tab = world.tab()
    const hold = await tab.engine.hold('upload', { maxMs: minute })
    await world.advance(10 * minute - 12 * second)
    await hold.release()
    expect(tab.engine.remaining()).toBe(12 * second)
  })

  it.each([-30 * minute, 30 * minute])('a clock that is set by %s ms lengthens none', async (ms) => {
    const world = alone()
    const [tab, other] = [world.tab(), world.tab()]
    await tab.engine.hold('call', { maxMs: 40 * minute })
    await world.advance(5 * minute)
    world.setClock(ms)
    for (const window of [tab, other]) window.fire('focus')
    await world.settle()
    for (const { engine } of [tab, other])
      expect(engine.remaining()).toBeLessThanOrEqual(36 * minute + second)
    await world.advance(37 * minute)
    expect(world.phases()).toEqual(['ended', 'ended'])
  })

  it('one goes on when the host clears the storage', async () => {
    const world = alone()
    const [tab, other] = [world.tab(), world.tab()]
    await tab.engine.hold('call', { maxMs: 40 * minute })
    await world.advance(5 * minute)
    world.stored.clear()
    for (const window of [tab, other]) window.fire('storage', { key: null })
    await world.advance(30 * minute)
    expect(world.phases()).toEqual(['active', 'active'])
    await world.advance(7 * minute)
    expect(world.phases()).toEqual(['ended', 'ended'])
  })

  it('none lasts longer than an hour, however many there are', async () => {
    const world = alone()
    const tab = world.tab()
    for (let minutes = 0; minutes < 60; minutes += 5) {
      expect(tab.phase()).toBe('active')
      const hold = await tab.engine.hold('call', { maxMs: hour })
      await world.advance(5 * minute)
      if (minutes % 10 === 0) await hold.release()
    }
    await world.advance(2 * minute)
    expect(tab.ended).toEqual(['idle'])
  })
})

describe('holds of a server', () => {
  it('a release that fails resolves, and the hold ends by its time', async () => {
    for (const release of [
      () => Promise.reject(new Error('503')),
      () => {
        throw new Error('not a promise')
      },
    ]) {
      const world = createWorld({ allowHold: true })
      const tab = world.tab({ port: { release } })
      const hold = await tab.engine.hold('call', { maxMs: 30 * minute })
      await world.advance(15 * minute)
      await expect(hold.release()).resolves.toBeUndefined()
      await world.advance(14 * minute)
      expect(tab.phase()).toBe('active')
      await world.advance(3 * minute)
      expect(tab.ended).toEqual(['idle'])
    }
  })

  it('one that is released late covers nobody: the person is warned', async () => {
    const world = createWorld({ allowHold: true, latency: 300 })
    const tab = world.tab()
    const held = tab.engine.hold('call', { maxMs: 30 * minute })
    await world.advance(15 * minute)
    const { release } = await held
    void release()
    await world.advance(5 * second)
    expect(tab.phases).toEqual(['active', 'warning'])
  })

  it('what the server says next replaces one that it does not know', async () => {
    const world = createWorld({ allowHold: true })
    const tab = world.tab({ port: { hold: async () => ({ id: 'h1', remainingMs: 30 * minute }) } })
    await world.settle()
    world.network = 'html'
    await tab.engine.hold('call', { maxMs: 30 * minute })
    expect(tab.engine.remaining()).toBe(31 * minute)
    world.network = 'ok'
    tab.act()
    await world.advance(2 * minute)
    expect(tab.engine.remaining()).toBe(8 * minute)
  })

  it('a port that has none refuses, since its server decides', async () => {
    const world = createWorld({ allowHold: true })
    const tab = world.tab({ port: { hold: undefined } })
    await expect(tab.engine.hold('call', { maxMs: minute })).rejects.toMatchObject({ code: 'unsupported' })
  })
})
