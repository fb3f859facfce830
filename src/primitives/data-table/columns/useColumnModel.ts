import {
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  constructTable,
  tableFeatures,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import { columnWidth, type DataTableColumn, endGutter } from './column.ts'
import { foldColumns } from './fold-columns.ts'
import type { RowLayout } from './row-layout.ts'
import { unchanging } from './unchanging.ts'

/** The columns, the person's choice of them, and the available room. */
export interface ColumnModelOptions<Row> {
  columns: readonly DataTableColumn<Row>[]
  hidden: readonly string[]
  order: readonly string[]
  /** The width of the container. Undefined before it is measured; no column is hidden then. */
  width: number | undefined
  narrow: boolean
  selects: boolean
  opens: boolean
}

/** The widths of the table's own columns in the default look: gutter, checkbox and space, or gutter and chevron. */
const ownWidths = { wide: { check: 60, open: 48 }, narrow: { check: 48, open: 32 } }

const features = {
  ...tableFeatures({ columnOrderingFeature, columnSizingFeature, columnVisibilityFeature }),
  coreReactivityFeature: unchanging,
}

/** The owner of the list loads, sorts and filters it: react-table gets no rows. */
const noRows: never[] = []

/**
 * Returns the columns to render, from react-table's model of visibility, order and sizes. It is the same object until
 * they change.
 */
export function useColumnModel<Row>(options: ColumnModelOptions<Row>): RowLayout<Row> {
  const { columns, hidden, order, width, narrow, selects, opens } = options
  const own = narrow ? ownWidths.narrow : ownWidths.wide
  const taken = (selects ? own.check : 0) + (opens ? own.open : endGutter(narrow))
  const wanted = useMemo(() => columns.filter(({ id }) => !hidden.includes(id)), [columns, hidden])
  const foldedKey = width === undefined ? '[]' : JSON.stringify(foldColumns(wanted, { width, taken, narrow }))
  const folded: readonly string[] = useMemo(() => JSON.parse(foldedKey), [foldedKey])

  const definitions = useMemo(
    () => columns.map((column) => ({ id: column.id, size: columnWidth(column, false) ?? 0, minSize: 0 })),
    [columns],
  )
  const state = useMemo(
    () => ({
      columnVisibility: Object.fromEntries([...hidden, ...folded].map((id) => [id, false])),
      columnOrder: [...columns.filter(({ primary }) => primary).map(({ id }) => id), ...order],
      columnSizing: narrow
        ? Object.fromEntries(columns.map((column) => [column.id, columnWidth(column, true) ?? 0]))
        : {},
    }),
    [columns, hidden, folded, order, narrow],
  )
  const table = useMemo(
    () => constructTable({ features, columns: definitions, data: noRows, state }),
    [definitions, state],
  )

  return useMemo(() => {
    const byId = new Map(columns.map((column) => [column.id, column]))
    const shown = table.getVisibleLeafColumns().flatMap(({ id }) => byId.get(id) ?? [])
    const last = shown.length - 1
    const widths = shown.map((column, index) => {
      if (column.primary) return undefined
      const size = table.getColumn(column.id)?.getSize() ?? 0
      return index === last && !opens ? size + endGutter(narrow) : size
    })
    return { columns: shown, widths, folded, narrow, selects, opens }
  }, [columns, table, narrow, folded, selects, opens])
}
