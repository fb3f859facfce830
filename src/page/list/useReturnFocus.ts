import type { RefObject } from 'react'
import type { DataTableActions } from '../../primitives/data-table/useTableActions.ts'
import { activeElement } from '../../primitives/element/active-element.ts'
import { useLatest } from '../../primitives/element/useLatest.ts'

/** Returns a function that moves the focus from a panel that closes to the row that was open last. */
export function useReturnFocus(
  openId: string,
  page: RefObject<HTMLElement | null>,
  table: RefObject<DataTableActions | null>,
): () => HTMLElement | null {
  // A sheet keeps the first function that it is given, so the id is read when the panel closes.
  const lastOpen = useLatest(openId)
  return () => {
    const isDone = table.current?.focusRow(lastOpen.current) || table.current?.focusFirstRow()
    const focused = isDone && page.current && activeElement(page.current)
    return focused instanceof HTMLElement ? focused : null
  }
}
