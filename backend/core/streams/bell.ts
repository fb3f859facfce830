/** Wakes one waiter. A ring before anyone waits ends the next wait at once. */
export interface Bell {
  ring(): void
  /** Resolves when it rings, the time is up or the signal fires. */
  wait(ms: number, signal: AbortSignal): Promise<void>
}

/** Creates a bell. */
export function createBell(): Bell {
  let rung = false
  let wake = () => {}
  return {
    ring() {
      rung = true
      wake()
    },
    async wait(ms, signal) {
      if (!rung && !signal.aborted)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(() => wake(), ms)
          const done = () => {
            clearTimeout(timer)
            signal.removeEventListener('abort', done)
            resolve()
          }
          wake = done
          signal.addEventListener('abort', done)
        })
      rung = false
      wake = () => {}
    },
  }
}
