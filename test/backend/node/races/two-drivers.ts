import { freezeSelection } from '../../suite/freeze-selection.ts'
import type { Contender, Races } from './open-races.ts'

const size = 130

/** Two tabs drive one selection, step by step: one drives, and the other follows. */
export async function twoDriversRound({ store, createCompany, race }: Races) {
  const users = Array.from({ length: size }, (_, index) => ({ id: `u${index}`, roleId: 'agent' }))
  const company = await createCompany([{ id: 'boss', roleId: 'admin' }, ...users])
  const id = await freezeSelection(store, company, {
    madeBy: 'boss',
    of: { ids: users.map((user) => user.id) },
  })
  const outcomes: Awaited<ReturnType<Races['race']>> = []
  for (let position = 0; position < size; ) {
    const step: Contender = {
      as: 'boss',
      method: 'POST',
      path: `/selections/${id}/chunks`,
      intent: `${id}.${position}`,
      body: { from: position },
    }
    outcomes.push(...(await race(company, [step, step])))
    const next = (await store.selections.find(company, id))?.position ?? 0
    if (next <= position) break
    position = next
  }
  const selection = await store.selections.find(company, id)
  const entries = await Promise.all(users.map((user) => store.audit(company, user.id, 10)))
  const isOnce = entries.every((one) => one.entries.length === 1)
  const isDone = selection?.position === size && selection.done === size && selection.endedAt !== null
  const everyone = outcomes.every(({ status }) => status === 200)
  const left = (await store.counts(company)).byRole.get('admin') ?? 0
  return { outcomes, left, isWhole: isOnce && isDone && everyone }
}
