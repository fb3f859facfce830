import { randomUUID } from 'node:crypto'
import { freezeSelection } from '../../suite/freeze-selection.ts'
import type { Contender, Races } from './open-races.ts'

/** A deletion is undone, by two people, while the host adds the same person again. */
export async function undoOrReturnRound({ store, createCompany, race, sql }: Races) {
  const company = await createCompany([
    { id: 'boss', roleId: 'admin' },
    { id: 'deputy', roleId: 'admin' },
    { id: 'ada', roleId: 'agent' },
  ])
  const deletion = randomUUID()
  const [deleted] = await race(company, [
    { as: 'boss', method: 'DELETE', path: '/users/ada', intent: deletion, body: undefined },
  ])
  const undoing = await Promise.all(['boss', 'deputy'].map((as) => freezeUndo(store, company, deletion, as)))
  const returning = sql(
    `insert into users (company_id, id, account_id, name, email, sort_key, search_text, role_id, joined_at)
     select company_id, 'ada-again', account_id, name, email, sort_key, search_text, 'agent', now() from users
     where company_id = $1 and id = 'ada'`,
    [company],
  ).then(
    () => true,
    () => false,
  )
  const [outcomes, isBack] = await Promise.all([race(company, undoing), returning])
  const own = await Promise.all(['ada', 'ada-again'].map((id) => store.user(company, id)))
  const living = own.filter(Boolean).length
  const restored = outcomes.some(({ status, body }) => status === 200 && body.selection?.failed === 0)
  const isWhole = deleted?.status === 200 && living === 1 && isBack !== restored
  return { outcomes, left: (await store.counts(company)).byRole.get('admin') ?? 0, isWhole }
}

/** A request that undoes a deletion. */
export async function freezeUndo(
  store: Races['store'],
  company: string,
  undoOf: string,
  as: string,
): Promise<Contender> {
  const id = await freezeSelection(store, company, { action: { kind: 'undo' }, madeBy: as, of: { undoOf } })
  return { as, method: 'POST', path: `/selections/${id}/chunks`, intent: `${id}.0`, body: { from: 0 } }
}
