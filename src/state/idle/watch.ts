import { clamp } from './clamp.ts'
import type { Answer, IdleCore } from './idle-core.ts'
import { age, longAgo } from './time-left.ts'

/** Checks the session regularly while the page is visible, since timers can fail, and a policy can change elsewhere. */
export interface Watch {
  /** Loads the time that is left. */
  ask(): Promise<void>
  /** Notes that the server has responded, here or in another window. */
  note(): void
  /** Starts to watch, or stops while the page is hidden. */
  restart(): void
  stop(): void
}

/** Milliseconds between two checks, without a server and with one. */
const lookEvery = 30_000
const askEvery = 45_000

/** The shortest time between two checks (ms). */
const shortest = 1_000

/** Creates a watch that isn't running. */
export function createWatch(
  core: IdleCore,
  options: {
    isOn(): boolean
    look(): void
    onAnswer(answer: Answer): void
    onFailure(thrown: unknown): void
  },
): Watch {
  const { environment, get, now } = core
  const { clock, visibility } = environment
  let answered = longAgo
  let leave: (() => void) | undefined

  async function ask() {
    if (!get || !options.isOn()) return
    answered = now()
    try {
      options.onAnswer(await get())
    } catch (thrown) {
      options.onFailure(thrown)
    }
  }

  function stop() {
    leave = void leave?.()
  }

  function restart() {
    stop()
    if (!options.isOn() || !visibility.isVisible()) return
    const rest = get ? askEvery - age(now(), answered) : lookEvery
    leave = clock.after(clamp(rest, shortest, get ? askEvery : lookEvery), () => {
      options.look()
      if (age(now(), answered) >= askEvery) void ask()
      restart()
    })
  }

  return {
    ask,
    note() {
      answered = now()
    },
    restart,
    stop,
  }
}
