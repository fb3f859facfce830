/** Whether any email can leave. */
export interface MailStop {
  /** Milliseconds until the next try. 0 if emails leave. */
  remaining(): number
  /** What the mail server said. */
  reason(): string
  /** Whether a single email should try first. */
  isTrying(): boolean
  /** Nothing can leave. Returns the milliseconds until the next try. */
  stop(reason: string): number
  /** An email has left. */
  clear(): void
  /** Whether an email was refused before, and others have left since. */
  isAlone(id: string): boolean
}

const mostRefused = 1_000

/** Creates the state of a mail server that takes emails. `waitAfter` says how long to wait after a number of stops. */
export function createMailStop(now: () => number, waitAfter: (stops: number) => number): MailStop {
  let stops = 0
  let until = 0
  let said = ''
  let sent = 0
  /** Emails that the server refused as if it were our fault, by their ids, and how many had left then. */
  const refused = new Map<string, number>()
  const remaining = () => Math.max(0, until - now())
  return {
    remaining,
    reason: () => said,
    isTrying: () => stops > 0,
    stop(reason) {
      // Emails that were being sent at the same time fail together.
      if (remaining() === 0) until = now() + waitAfter(stops++)
      said = reason
      return remaining()
    },
    clear() {
      stops = 0
      until = 0
      sent += 1
    },
    isAlone(id) {
      const before = refused.get(id)
      if (before !== undefined && before < sent) return refused.delete(id)
      if (refused.size >= mostRefused) refused.clear()
      refused.set(id, sent)
      return false
    },
  }
}
