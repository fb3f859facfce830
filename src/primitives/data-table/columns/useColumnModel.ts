import {
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  constructTable,
  tableFeatures,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import { useSameContent } from '../../element/useSameContent.ts'
import { type ColumnBox, columnBox, columnWidth, type DataTableColumn, endGutter } from './column.ts'
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
  // What their cells show may change with each query and viewer, which leaves react-table's model as it is.
  const boxes: readonly ColumnBox[] = useSameContent(columns.map(columnBox))
  const folded = useSameContent(
    width === undefined
      ? []
      : foldColumns(
          boxes.filter(({ id }) => !hidden.includes(id)),
          { width, taken, narrow },
        ),
  )

  const definitions = useMemo(
    () => boxes.map((box) => ({ id: box.id, size: columnWidth(box, false) ?? 0, minSize: 0 })),
    [boxes],
  )
  const state = useMemo(
    () => ({
      columnVisibility: Object.fromEntries([...hidden, ...folded].map((id) => [id, false])),
      columnOrder: [...boxes.filter(({ primary }) => primary).map(({ id }) => id), ...order],
      columnSizing: narrow
        ? Object.fromEntries(boxes.map((box) => [box.id, columnWidth(box, true) ?? 0]))
        : {},
    }),
    [boxes, hidden, folded, order, narrow],
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
