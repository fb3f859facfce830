/** How fast emails leave. It follows what the mail server takes. */
export interface Pace {
  /** Milliseconds until the next turn. */
  wait(): number
  /** Takes a turn. Returns how many emails may leave in it. */
  turn(): number
  /** An email was taken. */
  taken(): void
  /** The mail server wants fewer. */
  tooFast(): void
}

const second = 1_000
const slowest = 10 * second
/** Below this, a pause is not worth waiting for. */
const fastest = 5
const rest = second

/**
 * Creates a pace without limit. A server that wants fewer emails sets it to four fifths of what it took in the last
 * second; each email that it takes then makes it 2 % faster.
 */
export function createPace(now: () => number): Pace {
  let interval = 0
  let next = 0
  let slowedAt = -Infinity
  const takenAt: number[] = []

  const inLastSecond = () => {
    while (takenAt.length > 0 && (takenAt[0] ?? 0) <= now() - second) takenAt.shift()
    return takenAt.length
  }

  return {
    wait: () => Math.max(0, next - now()),
    turn() {
      next = now() + interval
      return interval === 0 ? Infinity : 1
    },
    taken() {
      takenAt.push(now())
      inLastSecond()
      interval = interval * 0.98 < fastest ? 0 : interval * 0.98
    },
    tooFast() {
      // Emails that were being sent at the same time are refused together.
      if (now() - slowedAt < rest) return
      slowedAt = now()
      const measured = second / Math.max(1, inLastSecond() * 0.8)
      interval = Math.min(slowest, Math.max(interval * 1.25, measured, fastest))
      next = Math.max(next, now() + rest)
    },
  }
}
