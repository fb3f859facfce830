import { useRef } from 'react'
import { isUnreadable, type RowSource } from '../../../base/row-source.ts'
import { useIsomorphicLayoutEffect } from '../../element/useIsomorphicLayoutEffect.ts'

/** Called when the focus moves to another row, or leaves the rows. */
export type FocusedRowChange<Row> = (row: Row | undefined, index: number | undefined) => void

/** Where the focus is. */
export interface UseFocusedRowOptions<Row> {
  source: RowSource<Row>
  rowId: (row: Row) => string
  /** Place of the focused row; undefined while the focus is elsewhere. */
  index: number | undefined
  onFocusedRowChange: FocusedRowChange<Row> | undefined
}

/** Reports the focused row, once for each row and place. */
export function useFocusedRow<Row>(options: UseFocusedRowOptions<Row>): void {
  const { source, rowId, index, onFocusedRowChange } = options
  const found = index === undefined ? undefined : source.at(index)
  const row = found === undefined || isUnreadable(found) ? undefined : found
  const id = row === undefined ? undefined : rowId(row)

  const reported = useRef<{ id?: string | undefined; index?: number | undefined }>({})
  useIsomorphicLayoutEffect(() => {
    if (reported.current.id === id && reported.current.index === index) return
    reported.current = { id, index }
    onFocusedRowChange?.(row, index)
  })
}
