import { describe, expect, it } from 'vitest'
import { createWorld, hour, minute, second } from './world.ts'

const T = 10 * minute

describe('only a verdict is a verdict', () => {
  it('B29: an error page of a proxy is tried again', async () => {
    const world = createWorld()
    const [tab, other] = [world.tab(), world.tab()]
    await world.advance(T - 30 * second)
    world.network = 'html'
    void tab.engine.stay()
    await world.advance(20 * second)
    expect(tab.engine.getState()).toMatchObject({ phase: 'warning', isStaying: true })
    expect(other.engine.getState()).toMatchObject({ phase: 'warning', isStaying: false })
    world.network = 'ok'
    await world.advance(5 * second)
    expect(world.phases()).toEqual(['active', 'active'])
    expect(world.server.activityAt()).toBe(T - 30 * second)
  })

  it('B29: too late, it is covered, and then what the server says counts, once', async () => {
    const world = createWorld()
    const [tab] = [world.tab(), world.tab()]
    await world.advance(T - 30 * second)
    world.network = 'silent'
    void tab.engine.stay()
    await world.advance(31 * second)
    expect(world.phases()).toEqual(['verifying', 'verifying'])
    await world.advance(20 * second)
    expect(world.phases()).toEqual(['ended', 'ended'])
    expect(world.befores()).toBe(1)
  })

  it('B29: pressed in time and heard after T, everybody goes on', async () => {
    const world = createWorld()
    const [tab] = [world.tab(), world.tab()]
    await world.advance(T - 3 * second)
    world.network = 'html'
    void tab.engine.stay()
    await world.advance(5 * second)
    expect(world.phases()).toEqual(['verifying', 'verifying'])
    world.network = 'ok'
    await world.advance(4 * second)
    expect(world.phases()).toEqual(['active', 'active'])
  })

  it.each(['html', 'offline', 'silent'] as const)('before T nothing ends on its own: %s', async (network) => {
    const world = createWorld()
    const tab = world.tab()
    world.network = network
    for (let passed = 0; passed < 30 * minute; passed += 30 * second) {
      tab.act()
      await world.advance(30 * second)
    }
    expect(tab.phase()).toBe('active')
  })

  it('at T without an answer it ends after 10 s', async () => {
    const world = createWorld()
    const tab = world.tab()
    world.network = 'silent'
    await world.advance(T + 9 * second)
    expect(tab.phase()).toBe('verifying')
    await world.advance(2 * second)
    expect(tab.phase()).toBe('ended')
  })

  it('at T the server knows of another window that was active', async () => {
    const world = createWorld()
    const tab = world.tab()
    await world.advance(T - 10 * second)
    world.server.report(0)
    await world.advance(11 * second)
    expect(tab.phases.slice(-2)).toEqual(['verifying', 'active'])
    expect(tab.engine.remaining()).toBe(T - 11 * second)
  })

  it('a 401 of ours ends all windows, once', async () => {
    const world = createWorld()
    const [tab, other] = [world.tab(), world.tab()]
    world.server.revoke()
    tab.act()
    await world.advance(3 * second)
    expect([tab, other].map(({ engine }) => engine.getState().reason)).toEqual(['revoked', 'revoked'])
    expect(world.befores()).toBe(1)
    expect(world.server.calls.end).toEqual([])
  })

  it('late-401-silent: refusals after the end change nothing', async () => {
    const world = createWorld()
    const tab = world.tab()
    tab.engine.logOutNow()
    await world.advance(2 * second)
    const { phases } = tab
    const before = phases.length
    tab.engine.judge({ code: 'session_idle' })
    tab.engine.judge({ code: 'session_revoked' })
    await world.advance(minute)
    expect(phases.length).toBe(before)
    expect(tab.ended).toEqual(['signed_out'])
  })

  it.each([
    { code: 'signed_out', isExplained: false },
    { code: 'unavailable' },
    new TypeError('fetch failed'),
    undefined,
    'session_idle',
    { code: 'constructor' },
    { code: '__proto__' },
    { code: Symbol('session_idle') },
    { code: Object.create(null) },
    { code: ['session_idle'] },
    { status: 401 },
  ])('%o says nothing about the session', (thrown) => {
    const tab = createWorld().tab()
    tab.engine.judge(thrown)
    expect(tab.phase()).toBe('active')
  })

  it('policy-shortened-live: 30 → 10 while idle for 20 warns first', async () => {
    const world = createWorld({ timeoutMs: 30 * minute, warnMs: minute })
    const tab = world.tab()
    await world.advance(20 * minute)
    world.server.save({ timeoutMs: 10 * minute })
    await world.advance(46 * second)
    expect(tab.phase()).toBe('active')
    await world.advance(20 * second)
    expect(tab.phase()).toBe('warning')
    await tab.engine.stay()
    expect(tab.engine.remaining()).toBe(10 * minute)
  })

  it('a policy that is turned off closes the warning, and a longer one revives nothing', async () => {
    const world = createWorld()
    const tab = world.tab()
    await world.advance(T - 50 * second)
    expect(tab.phase()).toBe('warning')
    world.server.save({ timeoutMs: null })
    await world.advance(46 * second)
    expect(tab.phase()).toBe('off')
    const other = createWorld()
    const late = other.tab()
    await other.advance(T + second)
    other.server.save({ timeoutMs: 30 * minute })
    await other.advance(minute)
    expect(late.phase()).toBe('ended')
  })

  it('a policy that is turned off while the warning is shown, and on again, without a server', async () => {
    const world = createWorld({ hasServer: false })
    const tab = world.tab()
    await world.advance(T - 30 * second)
    expect(tab.phase()).toBe('warning')
    tab.engine.setPolicy({ timeoutMs: null })
    expect(tab.phase()).toBe('off')
    await world.advance(T)
    expect(tab.phase()).toBe('off')
    tab.engine.setPolicy({ timeoutMs: T })
    expect(tab.phase()).toBe('active')
    await world.advance(61 * second)
    expect(tab.phase()).toBe('warning')
    await world.advance(minute)
    expect(tab.ended).toEqual(['idle'])
  })

  it('a policy without a server warns before it is shortened', async () => {
    const world = createWorld({ hasServer: false, timeoutMs: 30 * minute })
    const tab = world.tab()
    await world.advance(20 * minute)
    tab.engine.setPolicy({ timeoutMs: 10 * minute })
    expect(tab.phase()).toBe('active')
    await world.advance(61 * second)
    expect(tab.phase()).toBe('warning')
    await world.advance(minute)
    expect(tab.phase()).toBe('ended')
  })

  it('hold-cap: a hold postpones for 60 minutes after the last activity at most', async () => {
    for (const hasServer of [true, false]) {
      const world = createWorld({ allowHold: true, hasServer })
      const [tab, other] = [world.tab(), world.tab()]
      tab.act()
      await tab.engine.hold('call', { maxMs: 3 * hour })
      await world.advance(59 * minute)
      expect(world.phases()).toEqual(['active', 'active'])
      await world.advance(90 * second)
      expect(other.phase()).toBe('warning')
      await world.advance(minute)
      expect(world.phases()).toEqual(['ended', 'ended'])
    }
  })

  it('a hold counts at once, and one that is only in the storage doesn’t', async () => {
    const world = createWorld({ allowHold: true })
    const [tab, other] = [world.tab(), world.tab()]
    await tab.engine.hold('call', { maxMs: 30 * minute })
    await world.settle()
    expect([tab, other].map(({ engine }) => engine.remaining())).toEqual([31 * minute, 31 * minute])
    const forged = createWorld()
    const { engine, fire, ended } = forged.tab()
    await forged.settle()
    forged.stored.set('roster.idle.s1', JSON.stringify({ until: forged.wall() + 50 * minute }))
    fire('storage', { key: 'roster.idle.s1' })
    expect(engine.remaining()).toBe(T)
    await forged.advance(T + second)
    expect(ended).toEqual(['idle'])
  })

  it.each([false, true])('a report that gets no response is sent again, by Stay: %s', async (isStay) => {
    const world = createWorld()
    let isFirst = true
    const tab = world.tab({
      port: {
        report(ageMs) {
          if (!isFirst) return Promise.resolve(world.server.report(ageMs))
          isFirst = false
          return new Promise(() => {})
        },
      },
    })
    await world.advance(isStay ? T - 50 * second : minute)
    const at = world.truth()
    if (isStay) void tab.engine.stay()
    else tab.act()
    await world.advance(isStay ? 12 * second : 2 * minute)
    expect(world.server.activityAt()).toBe(at)
    expect(tab.phase()).toBe('active')
  })

  it('a hold that is released, and one that is not allowed', async () => {
    for (const hasServer of [true, false]) {
      const world = createWorld({ allowHold: true, hasServer })
      const tab = world.tab()
      const hold = await tab.engine.hold('call', { maxMs: 30 * minute })
      await world.advance(T + minute)
      expect(tab.phase()).toBe('active')
      await hold.release()
      await world.advance(second)
      expect(tab.phases).toEqual(['active', 'warning'])
      await world.advance(minute)
      expect(tab.phase()).toBe('ended')
    }
    await expect(createWorld().tab().engine.hold('call', { maxMs: minute })).rejects.toMatchObject({
      code: 'hold_not_allowed',
    })
  })

  it('ends a session as signed out where the server still counts it as active', async () => {
    const world = createWorld()
    const calls: string[] = []
    world.tab({
      port: {
        async end(reason) {
          calls.push(reason)
          return { ended: reason === 'signed_out' }
        },
      },
    })
    await world.advance(T + second)
    expect(calls).toEqual(['idle', 'signed_out'])
  })

  it('the end is true at the server, whatever the host does before', async () => {
    const world = createWorld()
    const tab = world.tab()
    tab.engine.onBeforeEnd(() => new Promise(() => {}))
    tab.engine.onBeforeEnd(() => {
      throw new Error('the host fails')
    })
    await world.advance(T)
    expect(tab.phase()).toBe('ended')
    expect(world.server.calls.end).toEqual([])
    await world.advance(6 * second)
    expect(world.server.calls.end).toEqual(['idle'])
    expect(tab.ended).toEqual(['idle'])
  })

  it('work is paused before the end, in each window', async () => {
    const world = createWorld()
    const tab = world.tab()
    const order: string[] = []
    tab.engine.addWork({ label: 'delete', pause: () => order.push('pause') })
    tab.engine.onBeforeEnd(() => order.push('before'))
    await world.advance(T + second)
    expect(order).toEqual(['pause', 'before'])
  })
})
