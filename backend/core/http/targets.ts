import { idShape } from '../../../src/contract/id-shape.ts'
import type { Route } from '../../../src/contract/route.ts'
import { Refused } from '../ports/refused.ts'
import { isExpired } from '../selections/selection-state.ts'
import type { AnyCall, Place, Services } from './call.ts'
import { validate } from './validate.ts'

type Targets = Pick<AnyCall, 'userId' | 'invitationId' | 'selectionId' | 'exportId' | 'holdId'>

/** Returns the resource that the id in a path names. */
export function targetsOf({ path }: Route, id: string | undefined): Targets {
  const under = (name: string) =>
    path.startsWith(`/${name}/{id}`) ? validate<string>(idShape, id, 'invalid_id', '/path/id') : null
  return {
    userId: under('users'),
    invitationId: under('invitations'),
    selectionId: under('selections'),
    exportId: under('exports'),
    holdId: under('session/holds'),
  }
}

/** Refuses an id that names nothing. */
export async function requireTarget(
  { company, viewer }: Place,
  { userId, invitationId, selectionId, exportId }: Targets,
  { store }: Pick<Services, 'store'>,
): Promise<void> {
  if (userId !== null && !(await store.user(company.id, userId))) throw new Refused('not_found')
  if (invitationId !== null) {
    const found = await store.invitations.find(company.id, [invitationId])
    if (found.size === 0) throw new Refused('not_found')
  }
  if (selectionId !== null) await requireSelection(company.id, selectionId, store)
  if (exportId === null) return
  const found = await store.exports.find(company.id, exportId)
  if (found?.madeBy !== viewer.id) throw new Refused('not_found')
}

/** A selection, with the store's time. Refuses an unknown one, and one for which it is too late. */
export async function requireSelection(companyId: string, id: string, store: Services['store']) {
  const [selection, now] = await Promise.all([store.selections.find(companyId, id), store.now()])
  if (!selection) throw new Refused('not_found')
  if (isExpired(selection, now)) throw new Refused('selection_expired')
  return { selection, now }
}
