import { ExplainedError } from '../../client/explained-error.ts'
import { toApiError } from '../../client/to-api-error.ts'
import type { User } from '../../contract/users.ts'
import { cancelledError } from '../core/cancelled-error.ts'
import type { StateCore } from '../core/state-core.ts'
import type { KnownUsers } from '../known-users/known-users.ts'
import type { UserWrite } from '../user-acts/host-hook.ts'
import type { Outcome } from '../user-acts/outcome.ts'
import type { RosterHooks } from '../user-acts/user-acts.ts'
import type { PlacedWrite } from './placed-write.ts'

/** Calls the host's hook, sends the write and calls the host's other hook with the outcome. Never rejects. */
export async function runWrite<Value extends object>(
  core: StateCore,
  known: KnownUsers,
  hooks: RosterHooks,
  placed: PlacedWrite<Value>,
): Promise<Outcome<Value>> {
  const { intent, userId } = placed
  const { signal } = core
  let write: UserWrite | undefined
  let outcome: Outcome<Value>
  try {
    write = { intent, user: await userOf(core, known, userId) }
    const veto = placed.isApproved ? undefined : await placed.before(hooks, write)
    if (veto?.cancel) throw cancelledError(veto.reason)
    signal.throwIfAborted()
    placed.isApproved = true
    outcome = { ok: true, value: await placed.send(intent) }
  } catch (thrown) {
    outcome = { ok: false, error: toApiError(thrown, { signal }) }
  }
  if (write) callHost(() => placed.after(hooks, write, outcome))
  return outcome
}

async function userOf({ api }: StateCore, known: KnownUsers, id: string): Promise<User> {
  const found = known.find(id)
  if (found) return found.user
  if (!api.users.get) throw new ExplainedError('not_found', `The user "${id}" is not loaded.`)
  return known.learn(await api.users.get(id)).user
}

function callHost(hook: () => void) {
  try {
    hook()
  } catch (mistake) {
    // The write has already ended, so the host's error goes to the page and doesn't change the outcome.
    queueMicrotask(() => {
      throw mistake
    })
  }
}
