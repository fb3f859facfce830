import { clamp } from './clamp.ts'
import type { IdleCore } from './idle-core.ts'

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

/** Options of {@link createWatch}. */
export interface WatchOptions {
  isOn(): boolean
  look(): void
  /** Loads the time that is left. Resolves to whether the server has responded. */
  get(): Promise<boolean>
}

/** Milliseconds between two checks, without a server and with one. */
const lookEvery = 30_000
const askEvery = 45_000

/** Creates a watch that isn't running. */
export function createWatch(core: IdleCore, { isOn, look, get }: WatchOptions): Watch {
  const { environment, port, time } = core
  const { clock, visibility } = environment
  const every = port.get ? askEvery : lookEvery
  let answered = 0
  let leave: (() => void) | undefined

  const left = () => answered + every - time.now()

  function note() {
    answered = time.now()
  }

  async function ask() {
    if (!port.get || !isOn()) return
    note()
    await get()
  }

  function stop() {
    leave = void leave?.()
  }

  function restart() {
    stop()
    if (!isOn() || !visibility.isVisible()) return
    leave = clock.after(port.get ? clamp(left(), 0, every) : every, () => {
      look()
      if (left() <= 0) void ask()
      restart()
    })
  }

  return { ask, note, restart, stop }
}
