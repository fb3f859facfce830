import { useMemo } from 'react'
import { type DataTableColumn, endGutter } from './columns.ts'
import type { RowLayout } from './DataTableRow.tsx'
import { foldColumns } from './fold-columns.ts'

/** Which columns want room, and how much there is. */
export interface UseColumnLayoutOptions<Row> {
  columns: readonly DataTableColumn<Row>[]
  /** Of the container; undefined before it is measured, when all columns are shown. */
  width: number | undefined
  narrow: boolean
  selects: boolean
  opens: boolean
}

/** Gutter, check and air; gutter and chevron: what the table's own columns take in the default look. */
const ownWidths = { wide: { check: 60, open: 48 }, narrow: { check: 48, open: 32 } }

/** The columns that find room; the same object until one more or one less does. */
export function useColumnLayout<Row>(options: UseColumnLayoutOptions<Row>): RowLayout<Row> {
  const { columns, width, narrow, selects, opens } = options
  const own = narrow ? ownWidths.narrow : ownWidths.wide
  const taken = (selects ? own.check : 0) + (opens ? own.open : endGutter(narrow))
  const folded = width === undefined ? '' : foldColumns(columns, { width, taken, narrow }).join('\n')
  return useMemo(() => {
    const ids = folded === '' ? [] : folded.split('\n')
    return { columns: columns.filter(({ id }) => !ids.includes(id)), folded: ids, selects, opens }
  }, [columns, folded, selects, opens])
}
