import type { Later } from '../base/create-later.ts'
import { NetworkError } from '../client/network-error.ts'
import type { Outcome } from '../state/core/outcome.ts'

/** Calls a function of a part, once it is loaded. Never rejects: if the part can't be loaded, the outcome is a failure. */
export async function callLater<Part, Value>(
  later: Later<Part>,
  call: (part: Part) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  let part: Part
  try {
    part = await later.load()
  } catch (thrown) {
    return { ok: false, error: new NetworkError(thrown) }
  }
  return call(part)
}
