import { setTimeout as pause } from 'node:timers/promises'
import { Refused } from '../../core/ports/refused.ts'
import { Busy } from '../../core/queues/busy.ts'
import { createTurns } from '../../core/queues/turns.ts'
import { inTurnOf, type Owner } from '../database/turn.ts'
import { createRecent } from './recent.ts'

/** A cookie to look up. */
export interface Lookup {
  /** Equal for the same cookie and the same question. */
  key: string
  /** In whose turn it is looked up once it is known. */
  owner: Owner
  /** The network of the client. */
  visitor: string
}

/** Finds whose a cookie is, or null. */
interface Finder<Found> {
  find(): Promise<Found | null>
  /** Whether what was found may take the turns of the owner from now on. @default always */
  isOwners?(found: Found): boolean
}

/**
 * Looks cookies up, those that were not found lately in the turns of visitors, so that guesses take no turns of members.
 * A visitor who guessed often waits after each guess.
 */
export type CookieLookups = <Found>(lookup: Lookup, finder: Finder<Found>) => Promise<Found | null>

const recentCookies = 20_000
const recentVisitors = 10_000
/** Unknown cookies of a visitor that cost nothing: browsers send a few after a sign-out. */
const freeGuesses = 20
const guessesKept = 60_000
const waitAfterGuess = 100
/** Ms that a refusal is held back, so that a client that repeats at once doesn't keep the process busy. */
const waitBeforeRefusal = 500
/** Refusals that are held back at the same time. Further ones are sent at once. */
const mostHeld = 1_000
/** Seconds after which a queue that was full has moved on. */
const retryAfter = 1

/** Creates lookups that know no cookie yet. */
export function createCookieLookups(): CookieLookups {
  const known = createRecent<true>(recentCookies)
  const guesses = createRecent<{ count: number; since: number }>(recentVisitors)
  const suspects = createTurns({
    running: 40,
    runningEach: 2,
    waiting: 400,
    waitingEach: 50,
    patience: 2_000,
  })

  let held = 0

  function guessesOf(visitor: string) {
    const kept = guesses.get(visitor)
    return kept && performance.now() - kept.since < guessesKept
      ? kept
      : { count: 0, since: performance.now() }
  }

  async function slowly<Found>(visitor: string, find: () => Promise<Found | null>) {
    try {
      return await suspects.run(visitor, async () => {
        const found = await find()
        if (found === null) await pause(waitAfterGuess)
        return found
      })
    } catch (error) {
      if (!(error instanceof Busy)) throw error
      await holdBack()
      throw new Refused('rate_limited', { retryAfter })
    }
  }

  async function holdBack() {
    if (held >= mostHeld) return
    held++
    await pause(waitBeforeRefusal)
    held--
  }

  return async ({ key, owner, visitor }, { find, isOwners = () => true }) => {
    if (known.get(key)) return inTurnOf(owner, find)
    const guessed = guessesOf(visitor)
    const look = () => inTurnOf({ visitor }, find)
    const found = await (guessed.count < freeGuesses ? look() : slowly(visitor, look))
    if (found !== null && isOwners(found)) known.set(key, true)
    if (found === null) guesses.set(visitor, { ...guessed, count: guessesOf(visitor).count + 1 })
    return found
  }
}
