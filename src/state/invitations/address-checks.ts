import { createSubscribable } from '../../base/subscribable.ts'
import { invitationLimits } from '../../contract/invitation-limits.ts'
import type { AddressCheck } from '../../contract/invitation-writes.ts'
import { request } from '../core/request.ts'
import type { StateCore } from '../core/state-core.ts'
import { byEmail } from './by-email.ts'

/** What the server has said about an address, and when it was asked. */
export interface KnownCheck extends AddressCheck {
  askedAt: number
}

/** What the server knows of addresses in this company. */
export interface AddressChecks {
  /** By the addresses' keys. A new map after each response. */
  get(): ReadonlyMap<string, KnownCheck>
  subscribe(listener: () => void): () => void
  /** Checks the addresses that aren't known yet, a moment after the last call. */
  want(keys: readonly string[]): void
  /** Forgets what is known, so that all addresses are checked again. */
  forget(): void
}

/** Milliseconds from the last new address until addresses are checked. */
const settled = 300

const unknown = (email: string): AddressCheck => ({ email, state: 'ok' })

/** Creates the checks of a draft. A failed check is repeated with the next address. The server decides again when they are sent. */
export function createAddressChecks(state: StateCore): AddressChecks {
  const { api, clock, signal } = state
  const { subscribe, notify } = createSubscribable()
  let known: ReadonlyMap<string, KnownCheck> = new Map()
  let wanted: readonly string[] = []
  let callOff = () => {}

  async function check() {
    const keys = wanted.filter((key) => !known.has(key)).slice(0, invitationLimits.checks)
    const ask = api.invitations?.check
    if (!ask || keys.length === 0 || signal.aborted) return
    const asked = known
    const askedAt = clock.now()
    try {
      const { results } = await request(state, { resource: 'invitations' }, signal, (ended) =>
        ask(keys, { signal: ended }),
      )
      if (known !== asked) return schedule()
      const answers = byEmail(keys, results)
      // An address without a result counts as checked, or it would be checked again forever. The server decides when it is sent.
      known = new Map([
        ...known,
        ...keys.map((key) => [key, { ...(answers.get(key) ?? unknown(key)), askedAt }] as const),
      ])
      notify()
    } catch {
      // It is in the telemetry. The addresses stay unchecked.
    }
  }

  function schedule() {
    callOff()
    callOff = clock.after(settled, () => void check())
  }

  return {
    get: () => known,
    subscribe,
    want(keys) {
      wanted = keys
      if (keys.some((key) => !known.has(key))) schedule()
    },
    forget() {
      known = new Map()
      notify()
      if (wanted.length > 0) schedule()
    },
  }
}
