import { expect } from 'vitest'
import { isApiError } from '../../src/client/is-api-error.ts'

/** The `ApiError` that a call rejects with; anything else fails the test. */
export async function failureOf(call: Promise<unknown>) {
  const outcome = await call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )
  if (!('error' in outcome)) return expect.fail(`it resolved with ${JSON.stringify(outcome.value)}`)
  if (!isApiError(outcome.error)) return expect.fail(`it rejected with ${String(outcome.error)}`)
  return outcome.error
}
