import { randomUUID } from 'node:crypto'
import type { Contender, Races } from './open-races.ts'

/** Admins who take the role from each other, or lay it down, at the same moment. */
export async function lastAdminRound({ store, createCompany, race, contenders, upTo }: Races, round: number) {
  const count = contenders(round)
  const admins = Array.from({ length: count }, (_, index) => `u${index}`)
  const company = await createCompany(admins.map((id) => ({ id, roleId: 'admin' })))
  const shift = upTo(count - 1)
  const demotions = admins.map((as, index): Contender => {
    // Two take it from each other. With more, someone takes it from themself if the shift is 0.
    const target = admins[(index + (count === 2 ? 1 : shift)) % count]
    return {
      as,
      method: 'PUT',
      path: `/users/${target}/role`,
      intent: randomUUID(),
      version: '0',
      body: { roleId: upTo(1) ? 'agent' : 'manager' },
    }
  })
  const outcomes = await race(company, demotions)
  const left = (await store.counts(company)).byRole.get('admin') ?? 0
  return { outcomes, left, isWhole: left >= 1 && left === count - won(outcomes) }
}

const won = (outcomes: { status: number }[]) => outcomes.filter(({ status }) => status === 200).length
