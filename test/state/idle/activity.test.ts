import { describe, expect, it } from 'vitest'
import { createWorld, minute, second } from './world.ts'

const T = 10 * minute

/** Lets time pass while something happens every few seconds. */
async function whileHappens(world: ReturnType<typeof createWorld>, happens: () => void, ms = T + second) {
  for (let passed = 0; passed < ms; passed += 4 * second) {
    happens()
    await world.advance(4 * second)
  }
}

describe('what counts as activity', () => {
  it.each([
    ['pointerdown', {}],
    ['keydown', { repeat: false }],
    ['wheel', {}],
    ['touchmove', {}],
    ['click', { detail: 1 }],
    ['input', {}],
    ['compositionupdate', {}],
    ['paste', {}],
    ['drop', {}],
  ])('%s', async (type, event) => {
    const world = createWorld()
    const tab = world.tab()
    await whileHappens(world, () => tab.act(type, event))
    expect(tab.phases).not.toContain('warning')
  })

  it('a pointer that moves', async () => {
    const world = createWorld()
    const tab = world.tab()
    let x = 0
    await whileHappens(world, () => tab.act('pointermove', { screenX: ++x, screenY: 0 }))
    expect(tab.phase()).toBe('active')
  })

  it('fake-move-ignored: a pointer that something moved beneath', async () => {
    const world = createWorld()
    const tab = world.tab()
    await whileHappens(world, () => tab.act('pointermove', { screenX: 5, screenY: 5 }))
    expect(tab.phase()).toBe('ended')
  })

  it('untrusted-ignored: events of scripts', async () => {
    const world = createWorld()
    const tab = world.tab()
    await whileHappens(world, () => {
      for (const type of ['pointerdown', 'keydown', 'click', 'input']) tab.act(type, { isTrusted: false })
    })
    expect(tab.phase()).toBe('ended')
  })

  it.each([
    [
      'a letter',
      [
        ['keydown', { repeat: true }],
        ['input', {}],
      ],
    ],
    [
      'Control and V',
      [
        ['keydown', { repeat: true }],
        ['paste', {}],
        ['input', {}],
      ],
    ],
    [
      'Enter on a button',
      [
        ['keydown', { repeat: true }],
        ['click', { detail: 0 }],
      ],
    ],
    [
      'an input method',
      [
        ['keydown', { repeat: true }],
        ['compositionupdate', {}],
        ['input', {}],
      ],
    ],
  ] as const)('B21: a held key is one press, %s', async (_, events) => {
    const world = createWorld()
    const tab = world.tab()
    await world.advance(5 * minute)
    tab.act('keydown', { repeat: false })
    await whileHappens(
      world,
      () => {
        for (const [type, event] of events) tab.act(type, event)
      },
      T - 8 * second,
    )
    expect(tab.phase()).toBe('warning')
    await whileHappens(
      world,
      () => {
        for (const [type, event] of events) tab.act(type, event)
      },
      12 * second,
    )
    expect(tab.phase()).toBe('ended')
  })

  it('B21: after a held key a pointer and another key count again', async () => {
    const world = createWorld()
    const tab = world.tab()
    tab.act('keydown', { repeat: true })
    tab.act('pointerdown')
    await world.advance(5 * minute)
    tab.act('input')
    expect(tab.engine.idleFor()).toBe(0)
  })

  it.each([
    ['dictation', [['input', {}]]],
    ['a press of assistive technology', [['click', { detail: 0 }]]],
    ['an input method', [['compositionupdate', {}]]],
  ] as const)('B21: %s counts some seconds after a key was held', async (_, events) => {
    const world = createWorld()
    const tab = world.tab()
    tab.act('keydown', { repeat: true })
    await world.advance(5 * minute)
    for (const [type, event] of events) tab.act(type, event)
    expect(tab.engine.idleFor()).toBe(0)
  })

  it.each([
    'pointerrawupdate',
    'mousemove',
    'scroll',
    'focus',
    'change',
    'dragover',
    'keyup',
    'beforeunload',
  ])('%s isn’t activity', async (type) => {
    const world = createWorld()
    const tab = world.tab()
    await whileHappens(world, () => tab.act(type))
    expect(tab.phase()).toBe('ended')
  })

  it('a report that never gets a response holds up no later one', async () => {
    const world = createWorld()
    let isStuck = true
    const tab = world.tab({
      port: {
        report: (ageMs) => (isStuck ? new Promise(() => {}) : Promise.resolve(world.server.report(ageMs))),
      },
    })
    await whileHappens(world, () => tab.act(), 3 * minute)
    isStuck = false
    await whileHappens(world, () => tab.act(), 2 * minute)
    expect(world.truth() - world.server.activityAt()).toBeLessThanOrEqual(minute + 10 * second)
  })

  it('a page that comes back after a while asks immediately', async () => {
    const world = createWorld()
    const tab = world.tab()
    await world.advance(second)
    tab.hide()
    await world.advance(2 * minute)
    world.server.revoke()
    tab.show()
    await world.advance(1)
    expect(tab.engine.getState()).toMatchObject({ phase: 'ended', reason: 'revoked' })
  })

  it('poll-does-not-extend, refresh-does-not-extend: requests and answers', async () => {
    const world = createWorld()
    const tab = world.tab()
    await whileHappens(world, () => {
      void tab.request()
      tab.fire('online')
      tab.engine.look()
    })
    expect(tab.phase()).toBe('ended')
    expect(world.server.calls.report).toEqual([])
  })

  it('age-not-now: what is reported late is reported with its age', async () => {
    const world = createWorld()
    const tab = world.tab()
    tab.act()
    await world.advance(20 * second)
    tab.act()
    await world.advance(T)
    const [first = -1, second_ = -1] = world.server.calls.report
    expect(first).toBe(0)
    expect(second_).toBeGreaterThanOrEqual(40 * second - 1)
    expect(world.server.activityAt()).toBe(20 * second)
  })

  it('age-not-now: reports whole milliseconds, and at most the age that a server accepts', async () => {
    const world = createWorld()
    const tab = world.tab()
    tab.act()
    await world.advance(12.4)
    tab.act()
    await world.advance(0.3)
    tab.hide()
    await world.settle()
    world.network = 'html'
    await world.advance(minute)
    tab.act()
    await world.sleep(40 * 24 * 60 * minute)
    tab.fire('focus')
    await world.settle()
    const { report } = world.server.calls
    world.network = 'ok'
    await world.advance(2 * second)
    expect(report.length).toBeGreaterThan(2)
    expect(report.filter((ageMs) => !Number.isInteger(ageMs) || ageMs > 30 * 24 * 60 * minute)).toEqual([])
  })

  it('reports once a minute for all windows, and at once when it is hidden', async () => {
    const world = createWorld()
    const [tab, other] = [world.tab(), world.tab()]
    let turn = 0
    await whileHappens(world, () => (turn++ % 2 ? tab : other).act(), 5 * minute)
    expect(world.server.calls.report.length).toBeLessThanOrEqual(6)
    const before = world.server.calls.report.length
    tab.act()
    tab.hide()
    await world.settle()
    expect(world.server.calls.report.length).toBe(before + 1)
  })

  it('a report that failed is sent again, with its age', async () => {
    const world = createWorld()
    const tab = world.tab()
    world.network = 'html'
    tab.act()
    await world.advance(3 * minute)
    expect(tab.phase()).toBe('active')
    world.network = 'ok'
    await world.advance(minute)
    expect(world.server.activityAt()).toBe(0)
    expect(world.server.calls.report.at(-1)).toBeGreaterThan(3 * minute)
  })

  it('reports activity also while idle logout is off', async () => {
    const world = createWorld({ timeoutMs: null })
    const tab = world.tab()
    await whileHappens(world, () => tab.act(), 3 * minute)
    expect(tab.phase()).toBe('off')
    expect(world.server.calls.report.length).toBeGreaterThanOrEqual(3)
  })

  it('timers-after-unmount=0: nothing is left behind', async () => {
    const world = createWorld()
    const tab = world.tab()
    tab.act()
    await world.advance(second)
    tab.act()
    tab.unmount()
    await world.settle()
    expect([tab.timers(), tab.listeners()]).toEqual([0, 0])
  })

  it('is idle with at most two timers a minute, and no state changes', async () => {
    const world = createWorld()
    const tab = world.tab()
    await world.advance(2 * minute)
    const wakings = world.wakings()
    await world.advance(6 * minute)
    expect(world.wakings() - wakings).toBeLessThanOrEqual(12)
    expect(tab.phases).toEqual(['active'])
    expect(tab.listeners()).toBeLessThanOrEqual(20)
  })
})
