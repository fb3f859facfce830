import { type RefObject, useRef } from 'react'
import type { DataTableActions } from '../../primitives/data-table/useTableActions.ts'
import { activeElement } from '../../primitives/element/active-element.ts'
import type { AnyList } from '../list/any-list.ts'
import { nextRow } from '../list/next-row.ts'
import type { BulkRequest } from './bulk-request.ts'

/** Where the focus goes after a change. */
export interface RunFocus {
  /** Notes a change that starts: a deletion removes its rows. */
  asked(request: BulkRequest): void
  /** Notes that it has ended. The end of an earlier change is ignored. */
  ended(request: BulkRequest): void
  /**
   * After a deletion, the next row. If the opener is gone, as with its panel after the browser's Back, the row that was
   * asked about. `null` for the opener.
   */
  returnFocus(opener: HTMLElement | null): HTMLElement | null
}

/** Moves the focus from the dialogs of a change back to the list. */
export function useRunFocus(
  list: AnyList,
  page: RefObject<HTMLElement | null>,
  table: RefObject<DataTableActions | null>,
): RunFocus {
  const next = useRef<string>(undefined)
  const deletes = useRef(false)
  const asked = useRef<BulkRequest>(undefined)
  const isEnded = useRef(false)
  return {
    asked(request) {
      const { of, action } = request
      asked.current = request
      isEnded.current = false
      deletes.current = action.kind === 'delete'
      next.current = deletes.current ? nextRow(list, of) : undefined
    },
    ended(request) {
      if (request === asked.current) isEnded.current = true
    },
    returnFocus(opener) {
      const isDeleted = isEnded.current && deletes.current
      if (!isDeleted && opener?.isConnected) return null
      const of = asked.current?.of
      const id = isDeleted ? next.current : of && 'ids' in of ? of.ids[0] : undefined
      const isDone = (id !== undefined && table.current?.focusRow(id)) || table.current?.focusFirstRow()
      const focused = isDone && page.current && activeElement(page.current)
      return focused instanceof HTMLElement ? focused : null
    },
  }
}
