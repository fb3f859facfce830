import { randomUUID } from 'node:crypto'
import type { Contender, Races } from './open-races.ts'

/** One deletes a user while others change their role, teams and sessions. */
export async function deleteOrChangeRound({ store, createCompany, race, upTo }: Races) {
  const company = await createCompany([
    { id: 'boss', roleId: 'admin' },
    { id: 'deputy', roleId: 'admin' },
    { id: 'ada', roleId: 'agent' },
  ])
  const ask = (method: string, path: string, body?: object, version?: string): Contender => ({
    as: upTo(1) ? 'boss' : 'deputy',
    method,
    path: `/users/ada${path}`,
    intent: randomUUID(),
    body,
    ...(version !== undefined && { version }),
  })
  const outcomes = await race(company, [
    ask('PUT', '/role', { roleId: 'manager' }, '0'),
    ask('DELETE', ''),
    ask('PATCH', '/teams', { add: ['night'], remove: [] }),
    ask('POST', '/end-sessions'),
  ])
  const [changed, deleted] = outcomes
  const { byRole, byTeam } = await store.counts(company)
  const entries = (await store.audit(company, 'ada', 10)).entries
  const isGone = (await store.user(company, 'ada')) === null && (byTeam.get('night') ?? 0) === 0
  // The deletion is last of all that was carried out.
  const isLast = entries[0]?.action === 'delete_user'
  const isKnown =
    changed?.status === 200 || changed?.code === 'not_found' || changed?.code === 'version_mismatch'
  return {
    outcomes,
    left: byRole.get('admin') ?? 0,
    isWhole: deleted?.status === 200 && isGone && isLast && isKnown,
  }
}
