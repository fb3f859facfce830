import type { RetryOptions } from 'ky'
import { toApiError } from './to-api-error.ts'

/** How long the client waits before it repeats a request. Tests set their own. */
export interface RetryTiming {
  /** Milliseconds before the first repetition. Each further one waits twice as long. */
  first: number
  /** The longest wait between two attempts, in milliseconds. If the server requires a longer one, the request fails at once. */
  most: number
  /** Returns a number from 0 to 1 that spreads clients which failed together. */
  random: () => number
}

/** The waits for a user who is looking at a skeleton. */
export const defaultRetryTiming: RetryTiming = { first: 300, most: 5_000, random: Math.random }

/** Statuses of failures that may be temporary. */
const passing = [408, 429, 502, 503, 504]

/**
 * The retries of one call, which must end within `totalTimeout` milliseconds. Only idempotent methods are repeated; a
 * write adds its own, since its `Idempotency-Key` makes a repetition harmless. The wait that a server requires is
 * decided here: ky reads a date by the client's clock, and retries too early if the server's clock is behind.
 */
export function retryOptions(
  limit: number,
  totalTimeout: number,
  { first, most, random }: RetryTiming,
): RetryOptions {
  const start = performance.now()
  let asked = 0
  return {
    limit,
    methods: ['get'],
    statusCodes: passing,
    afterStatusCodes: [],
    backoffLimit: most,
    delay: (attempt) => first * 2 ** (attempt - 1),
    jitter: (delay) => Math.max(asked, delay * (0.5 + random() / 2)),
    shouldRetry({ error }) {
      asked = (toApiError(error).retryAfter ?? 0) * 1_000
      const left = totalTimeout - (performance.now() - start)
      return asked > most || (asked > 0 && asked >= left) ? false : undefined
    },
  }
}
