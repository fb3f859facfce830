import { ExplainedError } from '../../client/explained-error.ts'
import { toApiError } from '../../client/to-api-error.ts'
import type { IdleLogoutPolicy, IdleLogoutSettings } from '../../contract/idle-logout.ts'
import { newIntent } from '../core/new-intent.ts'
import type { Outcome } from '../core/outcome.ts'
import { send } from '../core/send.ts'
import type { StateCore } from '../core/state-core.ts'

/**
 * Saves the company's policy if its revision is still the given one. Afterwards it always loads the latest policy,
 * which after a conflict is the one that someone else has saved.
 */
export async function savePolicy(
  state: StateCore,
  settings: IdleLogoutSettings,
  version: string,
): Promise<Outcome<IdleLogoutPolicy>> {
  const { api, queries, key, signal, reread } = state
  try {
    const { idleLogout } = api
    if (!idleLogout?.save) throw new ExplainedError('unsupported', 'The port can’t save the policy.')
    const { save } = idleLogout
    const value = await send(state, { resource: 'idleLogout' }, signal, () =>
      save(settings, { version, intent: newIntent(), signal }),
    )
    queries.setQueryData(key('idleLogout'), value)
    return { ok: true, value }
  } catch (thrown) {
    const error = toApiError(thrown, { signal })
    if (error.code === 'version_mismatch') await reread('idleLogout')
    return { ok: false, error }
  }
}
