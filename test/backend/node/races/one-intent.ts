import { randomUUID } from 'node:crypto'
import type { Contender, Races } from './open-races.ts'

/** One request that is sent many times over: every answer is the same, and it is done once. */
export async function oneIntentRound({ store, createCompany, race, contenders, upTo }: Races, round: number) {
  const company = await createCompany([
    { id: 'u1', roleId: 'admin' },
    { id: 'target', roleId: 'agent' },
  ])
  const role = { method: 'PUT', path: '/users/target/role', version: '0', body: { roleId: 'manager' } }
  const teams = { method: 'PATCH', path: '/users/target/teams', body: { add: ['night'], remove: [] } }
  const request: Contender = { as: 'u1', intent: randomUUID(), ...(upTo(1) ? role : teams) }
  const outcomes = await race(
    company,
    Array.from({ length: contenders(round) }, () => request),
  )
  const { entries: audit } = await store.audit(company, 'target', 100)
  const { changes } = await store.changes(company, 0)
  const isWhole =
    outcomes.every(({ status, body }) => status === 200 && body.version === outcomes[0]?.body.version) &&
    audit.length === 1 &&
    changes.length === 1
  return { outcomes, isWhole }
}
