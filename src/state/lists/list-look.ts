import type { ListDensity, ListLookJSON } from '../../contract/view-json-parts.ts'

/** What a table shows beside its rows. */
export interface ListLook {
  /** Ids of the hidden columns, or `undefined` for the table's default. */
  readonly hiddenColumns: readonly string[] | undefined
  /** Ids of the columns in their order, or `undefined` for the table's default. */
  readonly columnOrder: readonly string[] | undefined
  /** The rows' density, or `undefined` for that of the surroundings. */
  readonly density: ListDensity | undefined
}

/** Changes what a table shows beside its rows. */
export interface ListLookChanges {
  /** Hides these columns and shows all others. */
  setHiddenColumns(columns: readonly string[]): void
  /** Orders the columns by their ids. Columns that are left out follow in their usual order. */
  setColumnOrder(columns: readonly string[]): void
  /** Sets how high the rows are. */
  setDensity(density: ListDensity): void
}

/** The changes of a look, by a function that takes its parts. */
export const createLookChanges = (ask: (parts: Partial<ListLook>) => void): ListLookChanges => ({
  setHiddenColumns: (hiddenColumns) => ask({ hiddenColumns }),
  setColumnOrder: (columnOrder) => ask({ columnOrder }),
  setDensity: (density) => ask({ density }),
})

/** The look as JSON. */
export const lookJSON = ({ hiddenColumns, columnOrder, density }: ListLook): ListLookJSON => ({
  ...(hiddenColumns && { hiddenColumns }),
  ...(columnOrder && { columnOrder }),
  ...(density && { density }),
})
