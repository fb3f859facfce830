import { ApiError } from '../../client/api-error.ts'
import { toApiError } from '../../client/to-api-error.ts'
import type { User } from '../../contract/users.ts'
import type { StateCore } from '../core/state-core.ts'
import type { KnownUsers } from '../known-users/known-users.ts'
import type { RosterHooks, UserWrite } from './host-hooks.ts'
import type { Outcome } from './outcome.ts'
import type { UserOrder } from './user-order.ts'

/** A change whose turn comes; a repeated one keeps its intent. */
export interface PlacedOrder<Value> {
  order: UserOrder<Value>
  intent: string
  /** The host has agreed: from then on it may have been sent. */
  isApproved: boolean
}

/** Asks the host, sends the change and tells the host how it ended; never rejects. */
export async function carryOut<Value>(
  core: StateCore,
  known: KnownUsers,
  hooks: RosterHooks,
  placed: PlacedOrder<Value>,
): Promise<Outcome<Value>> {
  const { order, intent } = placed
  const { signal } = core
  let write: UserWrite | undefined
  let outcome: Outcome<Value>
  try {
    write = { intent, user: await userOf(core, known, order.userId) }
    const veto = placed.isApproved ? undefined : await order.before(hooks, write)
    if (veto?.cancel) throw cancelled(veto.reason)
    signal.throwIfAborted()
    placed.isApproved = true
    outcome = { ok: true, value: await order.send(intent) }
  } catch (thrown) {
    outcome = { ok: false, error: toApiError(thrown, { signal }) }
  }
  if (write) tell(() => order.after(hooks, write, outcome))
  return outcome
}

async function userOf({ api }: StateCore, known: KnownUsers, id: string): Promise<User> {
  const found = known.find(id)
  if (found) return found.user
  if (!api.users.get) throw new ApiError('not_found', `The user "${id}" is not loaded.`)
  return known.learn(await api.users.get(id)).user
}

const cancelled = (reason?: string) =>
  new ApiError('cancelled', reason ?? 'A hook of the host cancelled the change.', {
    params: reason === undefined ? undefined : { reason },
  })

function tell(host: () => void) {
  try {
    host()
  } catch (mistake) {
    // The change has ended as it has: a host's mistake is the page's to hear of.
    queueMicrotask(() => {
      throw mistake
    })
  }
}
