import { StoreUnavailable } from '../../core/ports/store-unavailable.ts'

/** SQLSTATE classes: connection exceptions, insufficient resources, operator intervention. */
const passingClasses = new Set(['08', '53', '57'])
const passingErrors = /^E(CONN|PIPE|HOST|NET|TIMEDOUT|AI_AGAIN)|^ENOTFOUND$/
const passingMessages =
  /connection terminated|timeout exceeded when trying to connect|cannot use a pool after/i

const isPassing = (error: Error) => {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const isSqlState = /^[0-9A-Z]{5}$/.test(code) && passingClasses.has(code.slice(0, 2))
  return isSqlState || passingErrors.test(code) || passingMessages.test(error.message)
}

/** Waits for a query. Rejects with `StoreUnavailable` if it failed for a reason that passes. */
export async function reachable<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof Error && isPassing(error))
      throw new StoreUnavailable('The database is unavailable.', { cause: error })
    throw error
  }
}
