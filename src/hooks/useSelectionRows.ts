import { useMemo } from 'react'
import { isUnreadable } from '../base/row-source.ts'
import type { SelectionRowsQuery } from '../client/roster-api.ts'
import type { SelectionRow } from '../contract/selections.ts'
import { selectionRowsOf } from '../state/resources/selection-rows.ts'
import type { WholeListResult } from './list-result.ts'
import { toWholeList } from './to-whole-list.ts'
import { useResource } from './useResource.ts'

/** Loads the first rows of a frozen selection with an outcome. Without an id it loads nothing. */
export function useSelectionRows(
  id: string | undefined,
  { outcome, limit }: SelectionRowsQuery,
): WholeListResult<SelectionRow> {
  const definition = useMemo(() => selectionRowsOf(id, { outcome, limit }), [id, outcome, limit])
  const list = useResource(definition, 'useSelectionRows')
  const whole = toWholeList(list, ({ rows }) => rows.flatMap((row) => (isUnreadable(row) ? [] : row)))
  return { ...whole, total: list.data?.total ?? 0 }
}
