import type { RetryOptions } from 'ky'

/** How long the client waits before it repeats a request; tests bring their own. */
export interface RetryTiming {
  /** Milliseconds before the first repetition; each further one waits twice as long. */
  first: number
  /** Most milliseconds between two attempts, whatever `Retry-After` asks for. */
  most: number
  /** From 0 to 1: spreads clients that failed together. */
  random: () => number
}

/** The waits of a client whose user is looking at a skeleton. */
export const defaultRetryTiming: RetryTiming = { first: 300, most: 5_000, random: Math.random }

/** Statuses that a moment may mend. */
const passing = [408, 429, 502, 503, 504]

/** Retries requests that are safe to repeat. A write sets its own `retry`, since its `Idempotency-Key` makes it safe. */
export const retryOptions = (limit: number, { first, most, random }: RetryTiming): RetryOptions => ({
  limit,
  methods: ['get'],
  statusCodes: passing,
  afterStatusCodes: passing,
  maxRetryAfter: most,
  backoffLimit: most,
  delay: (attempt) => first * 2 ** (attempt - 1),
  jitter: (delay) => delay * (0.5 + random() / 2),
})
