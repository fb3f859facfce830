import { browserLocks } from '../../../src/state/environment/lock-source.ts'
import { createIdleEngine } from '../../../src/state/idle/create-idle-engine.ts'
import type { IdleEnvironment } from '../../../src/state/idle/idle-environment.ts'
import type { IdlePort } from '../../../src/state/idle/idle-port.ts'
import { createTarget } from './create-target.ts'
import { createServer, type Server } from './server.ts'
import type { FakeEvent, Tab } from './tab.ts'
import type { OpenOptions, WorldOptions } from './world-options.ts'

export const second = 1_000
export const minute = 60 * second
export const hour = 60 * minute

export function createWorld(options: WorldOptions = {}) {
  const { timeoutMs = 10 * minute, warnMs = minute, hasServer = true, latency = 0 } = options
  const start = Date.UTC(2026, 0, 5, 9)
  let wall = start
  let mono = 0
  let truth = 0
  let ids = 0
  let wakings = 0
  const timers = new Set<{ at: number; owner: object; run: () => void; id: number }>()
  const stored = new Map<string, string>()
  const held = new Map<string, object>()
  const channels = new Set<{ name: string; owner: object; listeners: Set<(message: unknown) => void> }>()
  const tasks: { owner: object; run: () => void }[] = []
  const tabs: Tab[] = []
  const owners = new Map<object, Tab>()
  const isAwake = (owner: object) => owners.get(owner)?.isFrozen !== true
  const isAlive = (owner: object) => owners.get(owner)?.isOpen !== false

  const after = (owner: object, ms: number, run: () => void) => {
    const timer = { at: mono + Math.max(0, ms), owner, run, id: ids++ }
    timers.add(timer)
    return () => void timers.delete(timer)
  }

  const world = {
    network: 'ok' as 'ok' | 'offline' | 'html' | 'silent',
    tabs,
    stored,
    server: undefined as unknown as Server,
    /** A timer of a window. */
    after,
    truth: () => truth,
    wall: () => wall,
    mono: () => mono,
    /** How many timers have run. */
    wakings: () => wakings,
    /** Windows that are open. */
    open: () => tabs.filter(({ isOpen }) => isOpen),
    phases: () => tabs.filter(({ isOpen }) => isOpen).map((tab) => tab.phase()),
    befores: () => tabs.reduce((sum, { before }) => sum + before.length, 0),

    /** Opens a window. */
    tab({ sessionKey = 's1', policy, environment: parts, port: given, idle }: OpenOptions = {}): Tab {
      const owner = {}
      const target = createTarget()
      const document = createTarget()
      const tabStorage = options.hasStorage === false ? new Map<string, string>() : stored
      const environment: IdleEnvironment = {
        clock: { now: () => wall, elapsed: () => mono, after: (ms, run) => after(owner, ms, run) },
        storage: {
          getItem: (key) => tabStorage.get(key) ?? null,
          setItem(key, value) {
            tabStorage.set(key, value)
            for (const [other, { isOpen }] of owners)
              if (other !== owner && isOpen)
                tasks.push({ owner: other, run: () => owners.get(other)?.fire('storage', { key }) })
          },
          removeItem: (key) => void tabStorage.delete(key),
        },
        channel: {
          open(name) {
            const channel = { name, owner, listeners: new Set<(message: unknown) => void>() }
            channels.add(channel)
            return {
              post(message) {
                if (options.hasChannel === false) return
                for (const other of channels)
                  if (other !== channel && other.name === name)
                    tasks.push({
                      owner: other.owner,
                      run: () => {
                        for (const listener of other.listeners) listener(structuredClone(message))
                      },
                    })
              },
              subscribe(listener) {
                channel.listeners.add(listener)
                return () => void channel.listeners.delete(listener)
              },
              close: () => void channels.delete(channel),
            }
          },
        },
        locks: {
          async ifAvailable(name, run) {
            await null
            if (held.has(name)) return false
            held.set(name, owner)
            try {
              await run()
            } finally {
              if (held.get(name) === owner) held.delete(name)
            }
            return true
          },
        },
        visibility: {
          isVisible: () => tab.isVisible,
          subscribe(listener) {
            document.addEventListener('visibilitychange', listener)
            return () => document.removeEventListener('visibilitychange', listener)
          },
        },
        window: target,
        document,
        ...parts,
      }
      // Node has no Web Locks either, so windows claim locks in the storage.
      if (options.hasLocks === false && !parts?.locks) environment.locks = browserLocks(environment)
      const announced = new Set<() => void>()
      const reach = async <Result>(call: () => Result, signal?: AbortSignal): Promise<Result> => {
        for (const listener of announced) listener()
        const wait = (ms: number) => new Promise<void>((resolve) => after(owner, ms, resolve))
        if (latency > 0) await wait(latency)
        if (world.network === 'silent')
          await new Promise((_, reject) => {
            signal?.addEventListener('abort', () => reject(new Error('aborted')))
            after(owner, 30 * second, () => reject(new Error('timeout')))
          })
        if (world.network === 'offline') throw new TypeError('fetch failed')
        if (world.network === 'html') throw Object.assign(new Error('HTTP 502'), { code: 'unavailable' })
        const result = call()
        if (latency > 0) await wait(latency)
        return result
      }
      const { server } = world
      const port: IdlePort = hasServer
        ? {
            sessionKey,
            get: (request) => reach(() => server.get(), request?.signal),
            report: (ageMs, request) => reach(() => server.report(ageMs), request?.signal),
            end: (reason) => reach(() => server.end(reason)),
            hold: ({ maxMs }) => reach(() => server.hold(maxMs)),
            release: () => reach(() => server.release()),
            onRequest(listener) {
              announced.add(listener)
              return () => void announced.delete(listener)
            },
            ...given,
          }
        : { sessionKey, ...given }
      const engine = createIdleEngine({
        port,
        idle: (idle === undefined && hasServer ? server.peek() : idle) ?? undefined,
        policy: policy ?? (hasServer ? undefined : { timeoutMs, warnMs, allowHold: options.allowHold }),
        environment,
      })
      const end = () => {
        tab.isOpen = false
        for (const timer of timers) if (timer.owner === owner) timers.delete(timer)
        for (const channel of channels) if (channel.owner === owner) channels.delete(channel)
        for (const [name, holder] of held) if (holder === owner) held.delete(name)
      }
      const event = (to: ReturnType<typeof createTarget>, type: string, rest: object): FakeEvent => {
        const sent = {
          type,
          isTrusted: true,
          isStopped: false,
          cancelable: true,
          timeStamp: mono,
          preventDefault() {},
          stopImmediatePropagation() {
            sent.isStopped = true
          },
          ...rest,
        }
        to.dispatch(sent)
        return sent
      }
      const tab: Tab = {
        engine,
        request: () => reach(() => {}),
        isFrozen: false,
        isVisible: true,
        isOpen: true,
        phases: [],
        before: [],
        ended: [],
        phase: () => engine.getState().phase,
        act: (type = 'pointerdown', rest = {}) => event(target, type, rest),
        fire: (type, rest = {}) =>
          event(
            type === 'freeze' || type === 'resume' || type === 'visibilitychange' ? document : target,
            type,
            rest,
          ),
        freeze() {
          tab.fire('freeze')
          tab.isFrozen = true
        },
        async thaw() {
          tab.isFrozen = false
          tab.fire('resume')
          await world.settle()
        },
        hide() {
          tab.isVisible = false
          tab.fire('visibilitychange')
        },
        show() {
          tab.isVisible = true
          tab.fire('visibilitychange')
        },
        crash: end,
        close() {
          tab.fire('pagehide')
          leave()
          end()
        },
        unmount: () => leave(),
        listeners: () => target.count() + document.count(),
        timers: () => [...timers].filter((timer) => timer.owner === owner).length,
      }
      owners.set(owner, tab)
      tabs.push(tab)
      engine.subscribe(() => {
        const phase = tab.phase()
        if (phase !== (tab.phases.at(-1) ?? 'off')) tab.phases.push(phase)
      })
      engine.onBeforeEnd((reason) => tab.before.push(reason))
      engine.onEnded((reason) => tab.ended.push(reason))
      const leave = engine.start()
      return tab
    },

    /** Lets promises and messages run until nothing is left. */
    async settle() {
      for (let quiet = 0; quiet < 16; quiet += 1) {
        await null
        for (let index = 0; index < tasks.length; ) {
          const task = tasks[index]
          if (!task || !isAwake(task.owner)) index += 1
          else {
            tasks.splice(index, 1)
            if (isAlive(task.owner)) task.run()
            quiet = 0
          }
        }
      }
    },

    /** Lets time pass while the machine is awake. */
    async advance(ms: number) {
      const target = mono + ms
      await world.settle()
      for (;;) {
        let next: { at: number; owner: object; run: () => void; id: number } | undefined
        for (const timer of timers) {
          if (timer.at > target || !isAwake(timer.owner)) continue
          if (!next || timer.at < next.at || (timer.at === next.at && timer.id < next.id)) next = timer
        }
        if (!next) break
        world.pass(Math.max(0, next.at - mono))
        timers.delete(next)
        wakings += 1
        next.run()
        await world.settle()
      }
      world.pass(target - mono)
      await world.settle()
    },

    pass(ms: number) {
      wall += ms
      mono += ms
      truth += ms
    },

    /** The machine sleeps, and wakes up: no timer of the time in between has run. */
    async sleep(ms: number) {
      wall += ms
      truth += ms
      if (options.monoSleeps === false) mono += ms
      await world.settle()
    },

    /** Someone sets the clock. */
    setClock(ms: number) {
      wall += ms
    },
  }
  world.server = createServer({ timeoutMs, warnMs, allowHold: options.allowHold ?? false }, () => truth)
  return world
}

export type World = ReturnType<typeof createWorld>
