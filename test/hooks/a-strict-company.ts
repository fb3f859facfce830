import { aStack } from './a-stack.tsx'

/** The real stack of a company that logs people out after 10 minutes, where client and server share one clock. */
export async function aStrictCompany() {
  const start = Date.now()
  let now = () => start
  let slept = 0
  const stack = await aStack({ clock: () => now() })
  now = () => stack.clock.now() + slept
  const { rev } = await stack.api.idleLogout.get()
  await stack.api.idleLogout.save(
    { enabled: true, timeoutMinutes: 10, allowHold: false },
    { version: rev, intent: crypto.randomUUID() },
  )
  const timers = new Set<object>()
  let hanging = 0
  stack.environment.clock = {
    ...stack.clock,
    now: () => now(),
    after(ms, run) {
      const timer = {}
      timers.add(timer)
      const cancel = stack.clock.after(ms, () => {
        timers.delete(timer)
        run()
      })
      return () => {
        timers.delete(timer)
        cancel()
      }
    },
  }
  return {
    ...stack,
    timers,
    /** The machine sleeps: time passes, and no timer runs. */
    sleep(ms: number) {
      slept += ms
    },
    /**
     * Lets time pass while nobody touches the page, as a machine does: in small steps. A response arrives before the next
     * step, since on a machine it takes milliseconds. A request that hangs is waited for once.
     */
    async pass(ms: number) {
      for (let rest = ms; rest > 0; rest -= 5_000) {
        stack.clock.advance(Math.min(rest, 5_000))
        await new Promise((resolve) => setTimeout(resolve))
        for (let turn = 0; turn < 400 && stack.waiting() > hanging; turn += 1) {
          await new Promise((resolve) => setTimeout(resolve, 5))
          hanging = Math.min(hanging, stack.waiting())
        }
        hanging = stack.waiting()
      }
    },
  }
}
