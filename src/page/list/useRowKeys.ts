import { type KeyboardEvent, useRef } from 'react'
import { isComposing } from '../../primitives/element/is-composing.ts'

interface RowKeysOptions<Row> {
  /** Whether the rows belong to an earlier query and can't be used. */
  isWaiting: boolean
  /** Whether a row is open beside the table. */
  isOpen: boolean
  onOpen: ((row: Row) => void) | undefined
  /** Called by Delete. */
  onDelete: ((row: Row) => void) | undefined
  /** Called by Escape. */
  onEscape: () => void
}

const movingKeys = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'])

/**
 * Handles the keys of a table's rows: Escape ends the selection, Delete deletes the focused row, and while a row is open
 * beside the table, the keys that move the focus open the row that they reach.
 */
export function useRowKeys<Row>({ isWaiting, isOpen, onOpen, onDelete, onEscape }: RowKeysOptions<Row>) {
  const focused = useRef<Row>(undefined)
  return {
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      if (isComposing(event)) return
      const { current: row } = focused
      if (event.key === 'Escape' && !event.defaultPrevented) onEscape()
      if (!row || isWaiting) return
      if (event.key === 'Delete') onDelete?.(row)
      const moves = movingKeys.has(event.key) && !event.shiftKey && event.isDefaultPrevented()
      if (isOpen && moves) onOpen?.(row)
    },
    onFocusedRowChange(row: Row | undefined) {
      focused.current = row
    },
  }
}
