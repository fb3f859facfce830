import { randomUUID } from 'node:crypto'
import type { Contender, Races } from './open-races.ts'

/** Admins who give one user a role, all knowing the same version: the first wins, the others are shown theirs. */
export async function oneRoleRound({ store, createCompany, race, contenders, upTo }: Races, round: number) {
  const count = contenders(round)
  const admins = Array.from({ length: count }, (_, index) => `u${index}`)
  const company = await createCompany([
    ...admins.map((id) => ({ id, roleId: 'admin' })),
    { id: 'target', roleId: 'agent' },
  ])
  const outcomes = await race(
    company,
    admins.map(
      (as): Contender => ({
        as,
        method: 'PUT',
        path: '/users/target/role',
        intent: randomUUID(),
        version: '0',
        body: { roleId: upTo(1) ? 'admin' : 'manager' },
      }),
    ),
  )
  const { entries: audit } = await store.audit(company, 'target', 100)
  const winners = outcomes.filter(({ status }) => status === 200)
  const told = outcomes.filter(({ status, code }) => status === 412 && code === 'version_mismatch')
  const isWhole = winners.length === 1 && told.length === count - 1 && audit.length === 1
  return { outcomes, isWhole }
}
