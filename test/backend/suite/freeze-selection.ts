import { randomUUID } from 'node:crypto'
import type { Freeze } from '../../../backend/core/ports/selections.ts'
import type { Store } from '../../../backend/core/ports/store.ts'

/** Stores users for a change, by default to delete them. Returns the selection's id. */
export async function freezeSelection(
  store: Store,
  company: string,
  { madeBy, of, ...rest }: Pick<Freeze, 'madeBy' | 'of'> & Partial<Freeze>,
): Promise<string> {
  const id = randomUUID()
  const frozen = await store.selections.freeze(company, {
    resource: 'users',
    id,
    intent: { id: randomUUID(), fingerprint: '' },
    action: { kind: 'delete' },
    madeBy,
    of,
    skips: { self: null, beyond: [], lastAdmin: null },
    most: 1_000,
    mostKept: 1_000,
    paramsOf: () => undefined,
    ...rest,
  })
  if (!frozen.ok) throw new Error(frozen.code)
  return frozen.selection.id
}
