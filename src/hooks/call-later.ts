import { NetworkError } from '../client/network-error.ts'
import type { Outcome } from '../state/core/outcome.ts'

/**
 * Imports a function and calls it. Never rejects: if it can't be loaded, the outcome is a failure, and the next call
 * imports it again.
 */
export async function callLater<Act, Value>(
  importAct: () => Promise<Act>,
  call: (act: Act) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  let act: Act
  try {
    act = await importAct()
  } catch (thrown) {
    return { ok: false, error: new NetworkError(thrown) }
  }
  return call(act)
}
