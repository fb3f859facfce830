import { randomUUID } from 'node:crypto'
import { freezeSelection } from '../../suite/freeze-selection.ts'
import type { Contender, Races } from './open-races.ts'

/** Admins who delete each other at the same moment, alone or as a run of all the others. */
export async function deleteEachOtherRound({ store, createCompany, race, contenders }: Races, round: number) {
  const count = contenders(round)
  const admins = Array.from({ length: count }, (_, index) => `u${index}`)
  const company = await createCompany(admins.map((id) => ({ id, roleId: 'admin' })))
  const alone = (as: string, index: number): Contender => ({
    as,
    method: 'DELETE',
    path: `/users/${admins[(index + 1) % count]}`,
    intent: randomUUID(),
    body: undefined,
  })
  const runs = round % 4 < 2 ? [] : await freezeOthers(store, company, admins)
  const outcomes = await race(company, runs.length > 0 ? runs : admins.map(alone))
  const left = (await store.counts(company)).byRole.get('admin') ?? 0
  const isAccountedFor = runs.length > 0 || left === count - won(outcomes)
  return { outcomes, left, isWhole: left >= 1 && isAccountedFor }
}

const won = (outcomes: { status: number }[]) => outcomes.filter(({ status }) => status === 200).length

/** Each Admin is about to delete all the others. */
const freezeOthers = (store: Races['store'], company: string, admins: string[]): Promise<Contender[]> =>
  Promise.all(
    admins.map(async (as) => {
      const id = await freezeSelection(store, company, {
        madeBy: as,
        of: { ids: admins },
        skips: { self: as, beyond: [], lastAdmin: null },
      })
      return { as, method: 'POST', path: `/selections/${id}/chunks`, intent: `${id}.0`, body: { from: 0 } }
    }),
  )
