import { type Clock, systemClock } from '../environment/clock.ts'

/**
 * The time of the machine. A timer's callback can set the next timer without a delay. Browsers delay chains of timers
 * in hidden pages, and a message between two timers breaks the chain.
 */
export const unthrottledClock: Clock = {
  ...systemClock,
  after(ms, run) {
    let isOff = false
    const leave = systemClock.after(ms, () =>
      hop(() => {
        if (!isOff) run()
      }),
    )
    return () => {
      isOff = true
      leave()
    }
  },
}

const waiting: (() => void)[] = []
let port: MessagePort | undefined

/** Calls a function in another task. */
function hop(run: () => void) {
  if (typeof window === 'undefined' || typeof MessageChannel === 'undefined') return run()
  if (!port) {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => waiting.shift()?.()
    port = channel.port2
  }
  waiting.push(run)
  port.postMessage(null)
}
