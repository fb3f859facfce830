import type { Clock } from '../environment/clock.ts'
import type { Answer, IdleCore } from './idle-core.ts'

/** Reports activity to the server. */
export interface Heartbeat {
  /** Whether there is activity that the server doesn't know of. */
  isUnsent(): boolean
  /** Notes activity, which is reported soon. */
  note(): void
  /** Notes that all activity until now was reported, by this window or another. */
  settle(): void
  /** Reports unsent activity once the interval since this browser's last report has passed. */
  beat(): void
  /** Reports unsent activity immediately. */
  flush(): Promise<void>
  stop(): void
}

/** Options of {@link createHeartbeat}. */
export interface HeartbeatOptions {
  clock: Clock
  isOn(): boolean
  /** Milliseconds between two reports of a browser. */
  everyMs(): number
  onAnswer(answer: Answer): void
  onFailure(thrown: unknown): void
}

/** Creates a heartbeat. It sends nothing while the person isn't active. */
export function createHeartbeat(core: IdleCore, options: HeartbeatOptions): Heartbeat {
  const { record, report } = core
  const { clock } = options
  let isUnsent = false
  let isSending = false
  let leave: (() => void) | undefined

  function stop() {
    leave = void leave?.()
  }

  async function flush() {
    stop()
    if (!report || !isUnsent || isSending) return
    isUnsent = false
    isSending = true
    const active = core.lastActivity
    core.share({ sent: clock.now() })
    try {
      const answer = await report(active)
      record.write({ known: active.wall })
      options.onAnswer(answer)
    } catch (thrown) {
      isUnsent = true
      options.onFailure(thrown)
    } finally {
      isSending = false
    }
    beat()
  }

  function beat() {
    if (!report || !isUnsent || leave || !options.isOn()) return
    const every = options.everyMs()
    const wait = (record.read().sent ?? 0) + every - clock.now()
    // A report with a time in the future was written with another clock.
    if (wait <= 0) void flush()
    else leave = clock.after(Math.min(wait, every), () => void flush())
  }

  return {
    isUnsent: () => isUnsent,
    note() {
      isUnsent = true
    },
    settle() {
      isUnsent = false
      stop()
    },
    beat,
    flush,
    stop,
  }
}
