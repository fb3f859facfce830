const second = 1_000

/** Waits double from the first to the longest, in milliseconds. */
const waits = {
  /** This email alone: a grey list, or a mailbox that is full for now. */
  later: { first: 20 * second, longest: 30 * 60 * second },
  /** Too many emails at once: the pace has slowed down already. */
  busy: { first: second, longest: 60 * second },
  /** No email at all leaves. */
  ours: { first: 15 * second, longest: 5 * 60 * second },
} as const

/** Milliseconds to wait after a number of tries. */
export type RetryAfter = (why: keyof typeof waits, attempts: number) => number

/**
 * Waits up to a fifth longer by chance, so that emails which failed together are tried again at different times.
 * `random` returns a number from 0 to 1.
 */
export const retryAfterBy =
  (random: () => number): RetryAfter =>
  (why, attempts) => {
    const { first, longest } = waits[why]
    return Math.round(Math.min(longest, first * 2 ** Math.min(attempts, 20)) * (1 + random() / 5))
  }
