import { describe, expect, it } from 'vitest'
import type { Idle } from '../../../src/contract/idle-logout.ts'
import { createWorld, minute, second, type World } from './world.ts'

const T = 10 * minute

const ways = { down: Math.floor, up: Math.ceil, nearest: Math.round }

/** A server that rounds each duration. */
function rounding(unit: number, way: keyof typeof ways, { hasAbsolute = true } = {}) {
  const round = (ms: number | null) => (ms === null ? null : ways[way](ms / unit) * unit)
  const rounded = (idle: Idle) =>
    ({
      ...idle,
      idleRemainingMs: round(idle.idleRemainingMs),
      absoluteRemainingMs: hasAbsolute ? round(idle.absoluteRemainingMs) : undefined,
    }) as Idle
  return ({ server }: World) => ({
    get: async () => rounded(server.get()),
    report: async (ageMs: number) => rounded(server.report(ageMs)),
  })
}

/** A service worker that responds to `get` from its cache, while reports reach the server. */
function caching({ server }: World) {
  let cached: Idle | undefined
  return {
    get: async () => {
      cached ??= server.get()
      return structuredClone(cached)
    },
    report: async (ageMs: number) => server.report(ageMs),
  }
}

const units = [second, 30 * second, minute]
const servers = units.flatMap((unit) =>
  (Object.keys(ways) as (keyof typeof ways)[]).flatMap((way) =>
    [true, false].map((hasAbsolute) => ({ unit, way, hasAbsolute })),
  ),
)

describe.each(servers)('a server that rounds to $unit ms $way, absolute limit: $hasAbsolute', (rounds) => {
  const { unit, way, hasAbsolute } = rounds
  const port = rounding(unit, way, { hasAbsolute })

  it.each([7 * second, 50 * second, 4 * minute])(
    'keeps people logged in who are active every %s ms, without an error',
    async (every) => {
      const world = createWorld()
      const tab = world.tab({ port: port(world) })
      const errors: unknown[] = []
      tab.engine.subscribe(() => errors.push(tab.engine.getState().error))
      for (let passed = 0; passed < 4 * T; passed += every) {
        tab.act()
        await world.advance(every)
        expect(tab.phase()).toBe('active')
      }
      expect(errors.filter(Boolean)).toEqual([])
    },
  )

  it('warns and ends within a unit of the time, without an error', async () => {
    const world = createWorld()
    const [tab, other] = [world.tab({ port: port(world) }), world.tab({ port: port(world) })]
    await world.advance(100 * second)
    other.act()
    let ended = 0
    for (let passed = 0; passed < T + 2 * minute && ended === 0; passed += second) {
      await world.advance(second)
      if (tab.phase() === 'ended') ended = passed + second
      else expect(tab.engine.getState().error).toBeNull()
    }
    expect(ended).toBeGreaterThanOrEqual(T - unit)
    expect(ended).toBeLessThanOrEqual(T + (way === 'down' ? 0 : unit) + 2 * second)
    expect(tab.phases.slice(0, 2)).toEqual(['active', 'warning'])
  })

  it('decides while the clocks disagree, and covers for a moment only', async () => {
    for (const jump of [-20 * second, 6 * second]) {
      const world = createWorld()
      const tab = world.tab({ port: port(world) })
      await world.advance(T - 50 * second)
      const covered = tab.phases.filter((phase) => phase === 'verifying').length
      world.setClock(jump)
      tab.fire('focus')
      await world.advance(second)
      expect(tab.phase()).not.toBe('verifying')
      expect(tab.phases.filter((phase) => phase === 'verifying').length - covered).toBeLessThanOrEqual(1)
    }
  })
})

it.each(units)(
  'a window in a frame, whose storage is partitioned, follows a server that rounds to %s ms',
  async (unit) => {
    const world = createWorld({ hasStorage: false, hasChannel: false })
    const port = rounding(unit, 'up')(world)
    const [tab, framed] = [world.tab({ port }), world.tab({ port })]
    for (let passed = 0; passed < 4 * T; passed += 20 * second) {
      tab.act()
      await world.advance(20 * second)
      expect([framed.phase(), framed.engine.getState().error]).toEqual(['active', null])
    }
  },
)

it('a window that knows no policy takes it from a response that another window has read before', async () => {
  const world = createWorld()
  const port = rounding(minute, 'up')(world)
  const tab = world.tab({ port, idle: null })
  await world.advance(30 * second)
  world.setClock(-20 * second)
  tab.fire('focus')
  await world.settle()
  const opened = world.tab({ port, idle: null })
  await world.settle()
  expect(opened.engine.getState()).toMatchObject({ phase: 'active', policy: { timeoutMs: T } })
  await world.advance(T)
  expect(opened.ended).toEqual(['idle'])
})

describe('a service worker that responds from its cache', () => {
  it('keeps nobody logged in, and is an error after a minute', async () => {
    const world = createWorld()
    const tab = world.tab({ port: caching(world) })
    await world.advance(30 * second)
    expect(tab.engine.getState().error).toBeNull()
    await world.advance(2 * minute)
    expect(tab.engine.getState().error).toMatchObject({ message: expect.stringContaining('cache') })
    await world.advance(T)
    expect([tab.ended, tab.phases]).toEqual([['idle'], ['active', 'warning', 'verifying', 'ended']])
  })

  it.each([0, 100 * second])('extends nothing after activity at %s ms', async (at) => {
    const world = createWorld()
    const tab = world.tab({ port: caching(world) })
    await world.advance(at)
    tab.act()
    for (let passed = 0; passed < T - 2 * second; passed += second) {
      await world.advance(second)
      expect(tab.engine.remaining()).toBeLessThanOrEqual(T - passed)
    }
    await world.advance(13 * second)
    expect(tab.ended).toEqual(['idle'])
  })

  it('extends nothing in a window that is opened later, or loaded again', async () => {
    const world = createWorld()
    const port = caching(world)
    const first = world.tab({ port })
    first.act()
    let tab = first
    for (let minutes = 0; minutes < 9; minutes += 1) {
      await world.advance(minute)
      tab = world.tab({ port, idle: null })
      await world.settle()
      expect(tab.engine.getState().policy.timeoutMs).toBe(T)
      expect(tab.engine.remaining()).toBeLessThanOrEqual(T - (minutes + 1) * minute)
      if (minutes === 4) first.close()
    }
    await world.advance(minute + 12 * second)
    expect(tab.ended).toEqual(['idle'])
  })

  it('extends nothing when the machine slept or its clock was set', async () => {
    for (const change of [
      (world: World) => world.sleep(8 * minute),
      async (world: World) => world.setClock(-60 * minute),
      async (world: World) => world.setClock(60 * minute),
    ]) {
      const world = createWorld()
      const tab = world.tab({ port: caching(world) })
      await world.advance(T - 30 * second)
      await change(world)
      tab.fire('focus')
      await world.advance(42 * second)
      expect(tab.ended).toEqual(['idle'])
    }
  })

  it('brings no older policy back', async () => {
    const world = createWorld({ timeoutMs: 3 * T, warnMs: 2 * minute })
    const tab = world.tab({ port: caching(world) })
    await world.advance(50 * second)
    world.server.save({ timeoutMs: T, warnMs: minute })
    tab.act()
    await world.advance(50 * second)
    expect(tab.engine.getState().policy.timeoutMs).toBe(T)
    await world.advance(T)
    expect(tab.ended).toEqual(['idle'])
  })
})
