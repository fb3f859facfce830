import { describe, expect, it } from 'vitest'
import type { Idle } from '../../../src/contract/idle-logout.ts'
import { createWorld, minute, second, type World } from './world.ts'

const T = 10 * minute

/** A server that takes some time for each request, and pays no attention to whether someone still waits. */
function slow(world: World, ms: number) {
  async function later<Result>(call: () => Result) {
    const result = call()
    await new Promise<void>((resolve) => world.after({}, ms, resolve))
    return result
  }
  return {
    get: () => later(() => world.server.get()),
    report: (ageMs: number) => later(() => world.server.report(ageMs)),
  }
}

/** A server that fails. */
const failing = (failure: object) => {
  const fails = (): Promise<Idle> => Promise.reject(Object.assign(new Error('failed'), failure))
  return { get: fails, report: fails }
}

describe('a server that takes 20 seconds', () => {
  it('keeps a person logged in who is active', async () => {
    const world = createWorld()
    const tab = world.tab({ port: slow(world, 20 * second) })
    for (let passed = 0; passed < 3 * T; passed += 20 * second) {
      tab.act()
      await world.advance(20 * second)
    }
    expect(tab.phases).toEqual(['active'])
    expect(world.truth() - world.server.activityAt()).toBeLessThan(2 * minute)
  })

  it('confirms *Stay logged in*', async () => {
    const world = createWorld()
    const [tab, other] = [world.tab({ port: slow(world, 20 * second) }), world.tab()]
    await world.advance(T - 40 * second)
    const pressed = world.truth()
    void tab.engine.stay()
    await world.advance(15 * second)
    expect(tab.engine.getState()).toMatchObject({ phase: 'warning', isStaying: true })
    await world.advance(6 * second)
    expect(world.phases()).toEqual(['active', 'active'])
    expect(world.server.activityAt()).toBe(pressed)
    expect([tab, other].map(({ engine }) => engine.getState().isStaying)).toEqual([false, false])
  })

  it('is too late for a page that has ended, and for one that was closed', async () => {
    const world = createWorld()
    const [tab, other] = [world.tab({ port: slow(world, 20 * second) }), world.tab()]
    await world.advance(T - 5 * second)
    void tab.engine.stay()
    await world.advance(8 * second)
    tab.engine.logOutNow()
    other.unmount()
    await world.advance(minute)
    expect(tab.phases.at(-1)).toBe('ended')
    expect(tab.ended).toHaveLength(1)
  })
})

describe('a server that refuses for now', () => {
  it.each([
    { status: 401 },
    { status: 401, code: 'unauthorized' },
    { status: 403, code: 'forbidden' },
    { status: 404 },
    { status: 429, code: 'rate_limited', retryAfter: 30 },
    { status: 503, code: 'unavailable', retryAfter: 1e308 },
    { status: 503, retryAfter: 'Wed, 21 Oct 2026 07:28:00 GMT' },
    { status: 500, retryAfter: Number.NaN },
  ])('%o isn’t a verdict: *Stay logged in* is tried until the end', async (failure) => {
    const world = createWorld()
    const tab = world.tab({ port: failing(failure) })
    await world.advance(T - 30 * second)
    void tab.engine.stay()
    await world.advance(29 * second)
    expect(tab.engine.getState()).toMatchObject({ phase: 'warning', isStaying: true })
    await world.advance(12 * second)
    expect(tab.ended).toEqual(['idle'])
  })

  it.each([
    [20, [50, 30, 10]],
    [40, [50, 10]],
    [1e9, [50]],
  ])('Retry-After: %s is kept, except in the last seconds before the end', async (retryAfter, tried) => {
    const world = createWorld()
    const tries: number[] = []
    const tab = world.tab({
      port: {
        report() {
          tries.push(Math.round((T - world.truth()) / second))
          return Promise.reject(Object.assign(new Error('429'), { retryAfter }))
        },
      },
    })
    await world.advance(T - 50 * second)
    void tab.engine.stay()
    await world.advance(50 * second)
    expect(tries.filter((left) => left > 3)).toEqual(tried)
    expect(tries.filter((left) => left <= 3).length).toBeGreaterThan(0)
    expect(tries.length).toBeLessThanOrEqual(6)
  })
})
