import { toApiError } from '../../client/to-api-error.ts'
import { callHost } from '../core/call-host.ts'
import { cancelledError } from '../core/cancelled-error.ts'
import type { Outcome } from '../core/outcome.ts'
import type { StateCore } from '../core/state-core.ts'
import type { PlacedWrite } from './placed-write.ts'
import type { HookedWrite } from './row-act.ts'

/** Calls the host's hook, sends the write and calls the host's other hook with the outcome. Never rejects. */
export async function runWrite<Row, Value extends object>(
  { signal }: StateCore,
  rowOf: (id: string) => Promise<Row>,
  placed: PlacedWrite<Row, Value>,
): Promise<Outcome<Value>> {
  const { intent, id } = placed
  let write: HookedWrite<Row> | undefined
  let outcome: Outcome<Value>
  try {
    write = { intent, row: await rowOf(id) }
    const veto = placed.isApproved ? undefined : await placed.before(write)
    if (veto?.cancel) throw cancelledError(veto.reason)
    signal.throwIfAborted()
    placed.isApproved = true
    outcome = { ok: true, value: await placed.send(intent) }
  } catch (thrown) {
    outcome = { ok: false, error: toApiError(thrown, { signal }) }
  }
  const hooked = write
  if (hooked) void callHost(() => placed.after(hooked, outcome))
  return outcome
}
