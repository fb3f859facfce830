import { useMemo, useSyncExternalStore } from 'react'
import type { StateCore } from '../state/core/state-core.ts'
import { createOpenRow, type OpenRow, type OpenRowSnapshot } from '../state/lists/open-row.ts'
import type { RowStore } from '../state/lists/row-store.ts'

/** The writes to rows whose states a hook returns. */
export interface SettledWrites<Field, States> {
  getStates(id: string): States
  subscribe(listener: () => void): () => void
  retry(id: string, field: Field): Promise<unknown>
  dismiss(id: string, field: Field): void
}

/** The row and writes of {@link useOpenRow}. */
export interface OpenRowOptions<Row, Query, Field, States> {
  store: RowStore<Row, Query>
  writes: SettledWrites<Field, States>
  id: string
}

/** One row as a hook returns it, with the states of its changes. */
export interface OpenRowResult<Row, States> extends OpenRowSnapshot<Row>, Pick<OpenRow<Row>, 'refetch'> {
  states: States
}

/** Loads one row, keeps it up to date, and follows the changes of it. */
export function useOpenRow<Row extends { id: string }, Query, Field, States>(
  core: StateCore,
  { store, writes, id }: OpenRowOptions<Row, Query, Field, States>,
): OpenRowResult<Row, States> {
  const open = useMemo(() => createOpenRow(core, store, id), [core, store, id])
  const snapshot = useSyncExternalStore(open.subscribe, open.getSnapshot, open.getServerSnapshot)
  const getStates = () => writes.getStates(id)
  const states = useSyncExternalStore(writes.subscribe, getStates, getStates)
  return { ...snapshot, refetch: open.refetch, states }
}

/** Returns the actions that settle a failed change of a field. */
export const settledBy =
  <Field>({ retry, dismiss }: Pick<SettledWrites<Field, unknown>, 'retry' | 'dismiss'>, id: string) =>
  (field: Field) => ({
    retry: async () => void (await retry(id, field)),
    dismiss: () => dismiss(id, field),
  })
