import { setTimeout as pause } from 'node:timers/promises'
import { Refused } from '../../core/ports/refused.ts'
import { Busy } from '../../core/queues/busy.ts'
import { createTurns } from '../../core/queues/turns.ts'
import { inTurnOf, type Owner } from '../database/turn.ts'
import { createRecent } from './recent.ts'

/** A cookie to look up. */
export interface Lookup {
  /** A key that is equal for the same cookie and the same lookup. */
  key: string
  /** The owner whose turn a known cookie uses. */
  owner: Owner
  /** The network of the client. */
  visitor: string
}

/** Finds the owner of a cookie, or null. */
interface Finder<Found> {
  find(): Promise<Found | null>
  /** Whether the cookie may use the turns of the owner from now on. @default always */
  isOwners?(found: Found): boolean
}

/**
 * Looks up cookies. Cookies that weren't found recently use the turns of visitors, so that guesses don't use the turns
 * of members. A visitor who has guessed often waits after each guess.
 */
export type CookieLookups = <Found>(lookup: Lookup, finder: Finder<Found>) => Promise<Found | null>

const recentCookies = 20_000
const recentVisitors = 10_000
/** Unknown cookies of a visitor without a wait, since browsers send a few after a sign-out. */
const freeGuesses = 20
const guessesKept = 60_000
const waitAfterGuess = 100
/** Milliseconds before a refusal is sent, so that a client that repeats immediately doesn't keep the process busy. */
const waitBeforeRefusal = 500
/** The most refusals that wait at the same time. Further ones are sent immediately. */
const mostHeld = 1_000
/** Seconds after which a full queue has room again. */
const retryAfter = 1

/** Creates lookups without known cookies. */
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
