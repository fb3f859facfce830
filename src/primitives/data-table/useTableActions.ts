import { type Ref, type RefObject, useImperativeHandle } from 'react'
import { flushSync } from 'react-dom'
import type { RowRange } from '../../base/row-range.ts'
import { isUnreadable, type RowSource } from '../../base/row-source.ts'
import { useLatest } from '../element/useLatest.ts'
import type { ColumnChoice } from './columns/useColumnChoice.ts'
import { rowPart } from './rows/row-elements.ts'

/** What a parent can do with a mounted table. */
export interface DataTableActions {
  /** Moves the focus to a row. Returns false when the row is not drawn, because it is far out of view. */
  focusRow(id: string): boolean
  /** Moves the focus to the first row in view. Returns false when there is none. */
  focusFirstRow(): boolean
  /** Hides these columns and shows all others. */
  setHiddenColumns(ids: readonly string[]): void
  /** Sets the order of the columns; those that are not named follow. */
  setColumnOrder(ids: readonly string[]): void
  /**
   * Adapts the columns to the width now. A table also notices a new width on its own, but only once a browser
   * has laid it out with its old columns, and counted a layout shift.
   */
  fit(): void
}

/** What the actions need. */
export interface UseTableActionsOptions<Row> {
  bodyRef: RefObject<HTMLElement | null>
  source: RowSource<Row>
  rowId: (row: Row) => string
  drawn: RowRange
  visible: RowRange
  reveal(index: number): void
  choice: ColumnChoice
  measure: () => void
}

/** Fills `actionsRef`; the handle stays the same for as long as the table is mounted. */
export function useTableActions<Row>(
  ref: Ref<DataTableActions> | undefined,
  options: UseTableActionsOptions<Row>,
): void {
  const latest = useLatest(options)

  useImperativeHandle(ref, () => {
    const focusIndex = (index: number) => {
      const { bodyRef, reveal } = latest.current
      const part = bodyRef.current && rowPart(bodyRef.current, index, 'primary')
      if (!part) return false
      reveal(index)
      part.focus()
      return true
    }

    return {
      focusRow(id) {
        const { source, rowId, drawn } = latest.current
        for (let index = drawn.start; index < drawn.end; index += 1) {
          const row = source.at(index)
          if (row !== undefined && !isUnreadable(row) && rowId(row) === id) return focusIndex(index)
        }
        return false
      },
      focusFirstRow: () => focusIndex(latest.current.visible.start),
      setHiddenColumns: (ids) => latest.current.choice.setHidden(ids),
      setColumnOrder: (ids) => latest.current.choice.setOrder(ids),
      fit: () => flushSync(latest.current.measure),
    }
  }, [])
}
