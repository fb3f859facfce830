import { describe, expect, it } from 'vitest'
import type { Idle } from '../../../src/contract/idle-logout.ts'
import { createWorld, minute, second, type World } from './world.ts'

const T = 10 * minute

/** What a server may respond, instead of what the types promise. */
const answers = (change: object) => (world: World) => {
  const answer = async () => ({ ...world.server.peek(), ...change }) as Idle
  return { get: answer, report: answer }
}

describe('bad responses of a server degrade, and idle logout is never silently off', () => {
  it.each([0, -1, Number.NaN, Infinity, '600000', undefined, {}, true])(
    'a timeout of %s isn’t one: the shortest applies until a valid one is known, and the known one stays',
    async (timeoutMs) => {
      const world = createWorld({ timeoutMs: 15 * minute, warnMs: 2 * minute })
      const tab = world.tab({
        port: answers({ timeoutMs })(world),
        idle: { ...world.server.peek(), timeoutMs } as Idle,
      })
      expect(tab.engine.getState().policy.timeoutMs).toBe(T)
      await world.advance(15 * minute + 12 * second)
      expect(tab.phases).toEqual(['active', 'warning', 'verifying', 'ended'])
      const known = world.tab({ sessionKey: 's2', port: answers({ timeoutMs })(world) })
      await world.advance(minute)
      expect(known.engine.getState().policy.timeoutMs).toBe(15 * minute)
      for (const policy of [{ timeoutMs }, { timeoutMs: 20 * minute }] as { timeoutMs: number }[]) {
        const alone = createWorld({ hasServer: false }).tab({ policy })
        expect(alone.engine.getState().policy.timeoutMs).toBe(
          policy.timeoutMs === 20 * minute ? 20 * minute : T,
        )
        expect(alone.phase()).toBe('active')
      }
    },
  )

  it('a timeout of 20 minutes, which no company can choose, is what the server says', async () => {
    const world = createWorld({ timeoutMs: 20 * minute })
    const tab = world.tab()
    await world.advance(19 * minute - second)
    expect(tab.phase()).toBe('active')
    await world.advance(minute + 2 * second)
    expect(tab.ended).toEqual(['idle'])
  })

  it('a timeout of ages leaves the end to the server', async () => {
    const world = createWorld()
    const tab = world.tab({ port: answers({ timeoutMs: 1e15, idleRemainingMs: 1e15 })(world) })
    await world.advance(5 * T)
    expect(tab.phase()).toBe('active')
    tab.engine.judge({ code: 'session_idle' })
    await world.advance(second)
    expect(tab.ended).toEqual(['idle'])
  })

  it.each([
    { idleRemainingMs: Number.NaN },
    { idleRemainingMs: 'soon' },
    { idleRemainingMs: -1e12 },
    { absoluteRemainingMs: Number.NaN },
    { absoluteRemainingMs: undefined },
    { warnMs: -1 },
    { warnMs: 1e12 },
    { warnMs: null, allowHold: 'yes', policyRev: 7 },
  ])('%o of a server is left out', async (change) => {
    const world = createWorld()
    const tab = world.tab({ port: answers(change)(world) })
    tab.act()
    await world.advance(T + 15 * second)
    expect(tab.phases.slice(0, 2)).toEqual(['active', 'warning'])
    expect(tab.ended).toEqual(['idle'])
    expect(tab.engine.getState().policy).toMatchObject({ allowHold: false })
  })

  it.each([T, 2 * T, T / 2 + 1, 1e308])(
    'a warning of %s ms begins after half of the timeout',
    async (warnMs) => {
      const world = createWorld()
      const tab = world.tab({ port: answers({ warnMs })(world), idle: undefined })
      await world.advance(T / 2 - second)
      expect(tab.phase()).toBe('active')
      await world.advance(2 * second)
      expect(tab.phase()).toBe('warning')
    },
  )

  it('time left of 1e308 ms ends with the longest hold', async () => {
    const world = createWorld()
    const tab = world.tab({ port: { get: async () => ({ ...world.server.peek(), idleRemainingMs: 1e308 }) } })
    await world.advance(minute)
    expect(tab.engine.remaining()).toBeLessThan(90 * minute)
  })

  it.each([
    ['HTML', '<!doctype html><title>Sign in</title>'],
    ['an empty object', {}],
    ['an error that a proxy sends with 200', { error: 'upstream' }],
    ['a list', []],
  ])('%s instead of a response confirms nothing', async (_, body) => {
    const world = createWorld()
    const answer = async () => body as unknown as Idle
    const tab = world.tab({ port: { get: answer, report: answer } })
    await world.advance(T - 30 * second)
    void tab.engine.stay()
    await world.advance(10 * second)
    expect(tab.engine.getState()).toMatchObject({ phase: 'warning', isStaying: true })
    expect(tab.engine.getState().error).toBeInstanceOf(TypeError)
    await world.advance(21 * second)
    expect(tab.phase()).toBe('verifying')
    await world.advance(10 * second)
    expect(tab.ended).toEqual(['idle'])
  })

  it('a service worker that responds from its cache keeps nobody logged in', async () => {
    const world = createWorld()
    let cached: Idle | undefined
    const get = async () => {
      cached ??= world.server.get()
      return structuredClone(cached)
    }
    const tab = world.tab({ port: { get } })
    await world.advance(2 * T)
    expect(tab.ended).toEqual(['idle'])
  })

  it.each([undefined, null, '', 'ok', 7, false])(
    'a response of %s is invalid, and the engine tries again',
    async (answer) => {
      const world = createWorld()
      let isBroken = true
      const get = async () => (isBroken ? (answer as unknown as Idle) : world.server.get())
      const tab = world.tab({ port: { get } })
      await world.advance(T - 5 * minute)
      expect(tab.phase()).toBe('active')
      expect(tab.engine.getState().error).toBeInstanceOf(TypeError)
      isBroken = false
      await world.advance(minute)
      expect(tab.engine.getState().error).toBeNull()
    },
  )

  it('a policy that can’t be read is requested once, not by each response that names it', async () => {
    const world = createWorld()
    let asked = 0
    let inform = (_: string) => {}
    world.tab({
      port: {
        onPolicy(listener) {
          inform = listener
          return () => {}
        },
        async get() {
          asked += 1
          await null
          // Requests without end would keep the test busy for ever.
          if (asked < 1_000) inform('7')
          throw new Error('malformed_answer')
        },
      },
    })
    for (let response = 0; response < 100; response += 1) {
      inform('7')
      await world.settle()
    }
    expect(asked).toBeLessThanOrEqual(2)
    await world.advance(minute)
    expect(asked).toBeLessThanOrEqual(4)
    inform('8')
    await world.settle()
    expect(asked).toBeGreaterThan(2)
  })

  it('a port whose methods throw instead of rejecting', async () => {
    const world = createWorld()
    const fails = () => {
      throw new Error('not a promise')
    }
    const tab = world.tab({ port: { get: fails, report: fails, end: fails, hold: fails, release: fails } })
    tab.act()
    await world.advance(T + 11 * second)
    expect(tab.phases).toEqual(['active', 'warning', 'verifying', 'ended'])
    await world.advance(4 * second)
    expect(tab.ended).toEqual(['idle'])
  })

  it('a late response of the server ends nothing more: the person may have signed in again', async () => {
    const world = createWorld()
    const calls: string[] = []
    const tab = world.tab({
      port: {
        async end(reason) {
          calls.push(reason)
          await new Promise<void>((resolve) => world.after({}, 4 * second, resolve))
          return { ended: false, idle: world.server.peek() }
        },
      },
    })
    await world.advance(T + 4 * second)
    expect(tab.ended).toEqual(['idle'])
    await world.advance(minute)
    expect(calls).toEqual(['idle'])
  })

  it('an end that the server has said ends nothing more, in whichever window it was read', async () => {
    const world = createWorld()
    const calls: string[] = []
    const end = async (reason: string) => {
      calls.push(reason)
      return { ended: true }
    }
    const tabs = [world.tab({ port: { end } }), world.tab({ port: { end } })]
    for (const tab of tabs)
      tab.engine.onBeforeEnd(() => new Promise<void>((resolve) => world.after({}, 4 * second, resolve)))
    await world.advance(T + second)
    const [first, other] = tabs
    const waiting = first?.before.length ? other : first
    waiting?.engine.judge(Object.assign(new Error('idle'), { status: 401, code: 'session_idle' }))
    await world.advance(minute)
    expect(tabs.map(({ ended }) => ended)).toEqual([['idle'], ['idle']])
    expect(calls).toEqual([])
  })

  it.each(['idle', 'signed_out'] as const)(
    'a page that the host leaves during its last work, %s',
    async (reason) => {
      const world = createWorld()
      const calls: string[] = []
      const end = async (reason: string) => {
        calls.push(reason)
        return { ended: true }
      }
      const tab = world.tab({ port: { end } })
      tab.engine.onBeforeEnd(() => new Promise<void>((resolve) => world.after({}, 4 * second, resolve)))
      if (reason === 'signed_out') tab.engine.logOutNow()
      await world.advance(reason === 'idle' ? T + second : second)
      tab.unmount()
      await world.advance(minute)
      // A person who pressed *Log out* is logged out. After a timeout the server ends the session on its own.
      expect(calls).toEqual(reason === 'idle' ? [] : ['signed_out'])
    },
  )
})
