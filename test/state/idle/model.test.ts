import fc from 'fast-check'
import { expect, it } from 'vitest'
import { reach } from '../../reach.ts'
import { createOracle } from './oracle.ts'
import type { Tab } from './tab.ts'
import { createWorld, hour, minute, second } from './world.ts'

/** `npm run test:deep` tries more of them, from a new seed. A failure names its seed, which repeats it. */
const deep = Number(process.env.ROSTER_IDLE_PROGRAMS)
const seed = Number(process.env.ROSTER_IDLE_SEED)
const runs = deep ? { numRuns: deep, ...(seed && { seed }) } : { numRuns: 200, seed: 20260105 }
const floor = 10_000

const which = fc.nat(3)
/** Up to a warning, an end or just before it, as the policy of 10 minutes has them. */
const nearLimit = fc
  .tuple(
    fc.constantFrom(9 * minute, 10 * minute - 2 * second, 10 * minute),
    fc.integer({ min: -1_500, max: 1_500 }),
  )
  .map(([limit, ms]) => limit + ms)
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant('active' as const), which }) },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('wait' as const),
      ms: fc.integer({ min: 200, max: 11 * minute }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('wait' as const),
      ms: fc.integer({ min: 200, max: 20 * second }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('wait' as const), ms: nearLimit }) },
  fc.record({ type: fc.constant('sleep' as const), ms: fc.integer({ min: second, max: 8 * hour }) }),
  fc.record({ type: fc.constant('clock' as const), ms: fc.integer({ min: -2 * hour, max: 2 * hour }) }),
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('clock' as const),
      ms: fc.integer({ min: -10 * second, max: 10 * second }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constantFrom('freeze', 'thaw', 'crash', 'open', 'close', 'reload', 'stay', 'poll'),
      which,
    }),
  },
  { weight: 4, arbitrary: fc.record({ type: fc.constantFrom('freeze', 'thaw'), which }) },
  fc.record({ type: fc.constant('network' as const), to: fc.constantFrom('ok', 'ok', 'offline', 'html') }),
  fc.record({ type: fc.constant('policy' as const), timeout: fc.constantFrom(10, 15, 30, null) }),
  fc.record({ type: fc.constant('logout' as const), which }),
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

const program = fc.record({
  windows: fc.integer({ min: 2, max: 4 }),
  hasServer: fc.boolean(),
  monoSleeps: fc.boolean(),
  steps: fc.array(step, { minLength: 4, maxLength: 30 }),
})

/** Runs a program, and returns what was wrong. */
async function run({
  windows,
  hasServer,
  monoSleeps,
  steps,
}: typeof program extends fc.Arbitrary<infer V> ? V : never) {
  const world = createWorld({ hasServer, monoSleeps })
  const oracle = createOracle(world, minute, hasServer)
  const open = () => {
    const isAlone = world.open().every(({ isFrozen }) => isFrozen)
    oracle.joined(world.tab(), isAlone)
  }
  for (let count = 0; count < windows; count += 1) open()
  await world.settle()

  async function take(action: Step) {
    const running = world.open().filter(({ isFrozen }) => !isFrozen)
    const pick = (from: readonly Tab[]) =>
      'which' in action && from.length > 0 ? from[action.which % from.length] : undefined
    const tab = pick(running)
    switch (action.type) {
      case 'active':
        tab?.act()
        // It counts where the window is neither warning nor covered, which is checked after each step.
        if (tab?.phase() === 'active' || tab?.phase() === 'off') oracle.active()
        await world.advance(100)
        break
      case 'wait':
        await world.advance(action.ms)
        break
      case 'sleep':
        await world.sleep(action.ms)
        for (const woken of running) woken.fire('focus')
        break
      case 'clock':
        world.setClock(action.ms)
        oracle.jumped(action.ms)
        for (const other of running) other.fire('focus')
        break
      case 'freeze':
        if (running.length > 1) tab?.freeze()
        break
      case 'thaw': {
        const frozen = pick(world.open().filter(({ isFrozen }) => isFrozen))
        if (frozen) oracle.joined(frozen, false)
        await frozen?.thaw()
        break
      }
      case 'crash':
      case 'close':
      case 'reload':
        if (tab && running.length > 1) tab[action.type === 'crash' ? 'crash' : 'close']()
        if (tab && running.length > 1 && action.type === 'reload') open()
        break
      case 'open':
        if (world.open().length < 4) open()
        break
      case 'stay':
        if (tab?.phase() === 'warning') {
          oracle.pressed()
          if (!hasServer || world.network === 'ok') oracle.active()
          void tab.engine.stay()
        }
        break
      case 'poll':
        tab?.engine.look()
        break
      case 'network':
        world.network = action.to
        break
      case 'policy':
        if (hasServer && world.network === 'ok' && running.length > 0) {
          const timeoutMs = action.timeout === null ? null : action.timeout * minute
          if (!world.server.isEnded()) oracle.saved(timeoutMs)
          world.server.save({ timeoutMs })
          await world.advance(46 * second)
        }
        break
      default:
        tab?.engine.logOutNow()
    }
    await world.settle()
  }

  for (const [index, action] of steps.entries()) {
    await take(action)
    const running = world.open().filter(({ isFrozen }) => !isFrozen)
    const ended = running.filter((tab) => tab.phase() === 'ended').length
    if (ended > 0 && ended < running.length) return `step ${index}: ended in ${ended} of ${running.length}`
    if (world.befores() > 1) return `step ${index}: the host was called ${world.befores()} times`
    for (const tab of running) {
      const wrong = oracle.wrong(tab)
      if (wrong) return `step ${index}, window ${world.tabs.indexOf(tab)}: ${wrong}`
    }
  }
  return undefined
}

it('the model: random programs for several windows, against an oracle', { timeout: 900_000 }, async () => {
  let tried = 0
  await fc.assert(
    fc.asyncProperty(program, async (steps) => {
      tried += 1
      expect(await run(steps)).toBeUndefined()
    }),
    runs,
  )
  reach({ area: 'idle: programs', floor, reached: tried, outcome: '0 violations' })
})
