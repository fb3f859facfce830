import { StoreUnavailable } from '../../core/ports/store-unavailable.ts'

/**
 * A temporary reason why a statement failed: it conflicted with another one (`conflict`), its connection or its
 * prepared statement was lost (`lost`), or the database can't execute it now (`away`). After the first two, another
 * attempt can succeed immediately.
 */
export type Passing = 'conflict' | 'lost' | 'away'

const conflicts = new Set(['40001', '40P01'])

/**
 * The end of a connection, by its administrator, a crash or a timeout: 40003 means that the statement may have been
 * completed. The codes of class 57 say nothing about the next connection.
 */
const losses = new Set(['40003', '57P01', '57P02', '57P05', '25P03', 'ECONNRESET', 'EPIPE'])

/** A statement that is not prepared on this connection, or is prepared twice, or whose tables have changed since. */
const stale = new Set(['26000', '42P05', '0A000'])

/** A lock that wasn't available in time, and a read-only database. */
const waits = new Set(['55P03', '25006'])

/** SQLSTATE classes: connection exceptions, insufficient resources, operator intervention, system errors. */
const awayClasses = new Set(['53', '57', '58'])
const awayErrors = /^E(CONN|HOST|NET|TIMEDOUT|AI_AGAIN)|^ENOTFOUND$/

const lostMessages = /connection terminated|not queryable|client was closed/i
const awayMessages =
  /query read timeout|timeout exceeded when trying to connect|timeout expired|connection timeout|cannot use a pool after/i

const codeOf = (error: Error) => ('code' in error && typeof error.code === 'string' ? error.code : '')

/** Whether the connection of a failed statement must not be used again. */
export const isStale = (error: unknown) => error instanceof Error && stale.has(codeOf(error))

/** Returns the temporary reason why a statement failed, or undefined if it would fail again. */
export function passing(error: unknown): Passing | undefined {
  if (error instanceof StoreUnavailable) return 'away'
  if (!(error instanceof Error)) return undefined
  const code = codeOf(error)
  const isSqlState = /^[0-9A-Z]{5}$/.test(code) && /\d/.test(code)
  if (conflicts.has(code)) return 'conflict'
  if (losses.has(code) || stale.has(code) || (isSqlState && code.startsWith('08'))) return 'lost'
  if (waits.has(code) || (isSqlState && awayClasses.has(code.slice(0, 2))) || awayErrors.test(code))
    return 'away'
  if (awayMessages.test(error.message)) return 'away'
  return lostMessages.test(error.message) ? 'lost' : undefined
}
