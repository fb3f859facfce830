import type { IdleLogoutPolicy } from '@aicx/roster/contract'
import type { Handlers, Services } from '../http/call.ts'
import { policyHeader } from '../http/trace.ts'
import { Refused } from '../ports/refused.ts'
import { decideIdlePolicy } from '../rules/decide-idle-policy.ts'
import { warnMs } from '../rules/idle-lengths.ts'
import { runWrite } from './run-write.ts'

async function policyOf(companyId: string, { store }: Services): Promise<IdleLogoutPolicy> {
  const [found, sessions] = await Promise.all([store.idle.policy(companyId), store.idle.sessions(companyId)])
  if (!found) throw new Refused('company_not_found')
  const { policy, updatedByName } = found
  const { enabled, timeoutMinutes, allowHold, rev, updatedBy, updatedAt } = policy
  return {
    enabled,
    timeoutMinutes,
    allowHold,
    warnMs: warnMs(policy),
    rev: String(rev),
    ...(updatedBy !== null && {
      updatedBy: { id: updatedBy, ...(updatedByName && { name: updatedByName }) },
    }),
    ...(updatedAt && { updatedAt: updatedAt.toISOString() }),
    sessions,
  }
}

/** The handlers of the company's policy for idle logout. */
export const idleLogout: Pick<Handlers, 'getIdleLogout' | 'saveIdleLogout'> = {
  getIdleLogout: async ({ place, headers }, services) => {
    const policy = await policyOf(place.company.id, services)
    headers.set('ETag', `"${policy.rev}"`)
    return policy
  },
  saveIdleLogout: async (call, services) => {
    const { id } = call.place.company
    await runWrite(call, services, { userIds: [], rule: decideIdlePolicy(id, call.body, call.version) })
    const policy = await policyOf(id, services)
    call.headers.set('ETag', `"${policy.rev}"`)
    call.headers.set(policyHeader, policy.rev)
    return policy
  },
}
