import type { IdleCore } from './idle-core.ts'

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
  isOn(): boolean
  /** Milliseconds between two reports of a browser. */
  everyMs(): number
  /** Reports activity. Resolves to whether the server has responded. */
  report(active: number): Promise<boolean>
}

/** Creates a heartbeat. It sends nothing while the person isn't active. */
export function createHeartbeat(core: IdleCore, { isOn, everyMs, report }: HeartbeatOptions): Heartbeat {
  const { port, record, environment } = core
  const { clock } = environment
  let isUnsent = false
  let isSending = false
  let leave: (() => void) | undefined

  function stop() {
    leave = void leave?.()
  }

  async function flush() {
    stop()
    if (!port.report || !isUnsent || isSending) return
    isUnsent = false
    isSending = true
    const known = core.share({ sent: clock.now() })
    if (await report(core.lastActivity())) record.write({ known })
    else isUnsent = true
    isSending = false
    beat()
  }

  function beat() {
    if (!port.report || !isUnsent || leave || !isOn()) return
    const every = everyMs()
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
