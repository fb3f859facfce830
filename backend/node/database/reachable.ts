import { setTimeout as pause } from 'node:timers/promises'
import { StoreUnavailable } from '../../core/ports/store-unavailable.ts'
import { type Passing, passing } from './passing.ts'

/** How many more attempts each reason allows, and for how many ms in total. */
const attempts: Record<Passing, number> = { conflict: 5, lost: 3, away: 1 }
const patience = 3_000

function unavailable(error: unknown): unknown {
  if (error instanceof StoreUnavailable || !passing(error)) return error
  return new StoreUnavailable('The database is unavailable.', { cause: error })
}

/** Waits for a query. Rejects with `StoreUnavailable` if it failed for a temporary reason. */
export async function reachable<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer
  } catch (error) {
    throw unavailable(error)
  }
}

/**
 * Runs what can safely run again: reads, and writes that recognise their own repetition. It is tried again after a
 * conflict and on a new connection. Rejects with `StoreUnavailable` if that does not help.
 */
export async function repeatable<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  const begun = performance.now()
  for (let tried = 1; ; tried++) {
    try {
      return await ask()
    } catch (error) {
      const reason = passing(error)
      const isLate = performance.now() - begun > patience
      if (!reason || isLate || tried >= attempts[reason]) throw unavailable(error)
      await pause(2 ** tried * (1 + Math.random()))
    }
  }
}
