import { useControlled } from '../../element/useControlled.ts'
import { useSameContent } from '../../element/useSameContent.ts'

/** Which columns are shown, and in which order. */
export interface ColumnChoiceOptions {
  /** Ids of columns that are not shown. */
  hiddenColumns?: readonly string[] | undefined
  /** @default no column */
  defaultHiddenColumns?: readonly string[] | undefined
  onHiddenColumnsChange?: ((ids: readonly string[]) => void) | undefined
  /** Ids of columns in the order in which they are shown; columns that are not named follow. The primary one is first. */
  columnOrder?: readonly string[] | undefined
  /** @default the order of `columns` */
  defaultColumnOrder?: readonly string[] | undefined
  onColumnOrderChange?: ((ids: readonly string[]) => void) | undefined
}

/** The person's choice of columns; the arrays stay the same until their ids change. */
export interface ColumnChoice {
  hidden: readonly string[]
  order: readonly string[]
  setHidden(ids: readonly string[]): void
  setOrder(ids: readonly string[]): void
}

const none: readonly string[] = []

/** The hidden columns and their order, each controlled by the host or kept here. */
export function useColumnChoice(options: ColumnChoiceOptions): ColumnChoice {
  const [hidden, setHidden] = useControlled(
    options.hiddenColumns,
    options.defaultHiddenColumns ?? none,
    options.onHiddenColumnsChange,
  )
  const [order, setOrder] = useControlled(
    options.columnOrder,
    options.defaultColumnOrder ?? none,
    options.onColumnOrderChange,
  )
  return { hidden: useSameContent(hidden), order: useSameContent(order), setHidden, setOrder }
}
