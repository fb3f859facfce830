import { type RefObject, useEffect } from 'react'
import type { RowRange } from '../../../base/row-range.ts'
import { rowIndexOf } from './row-elements.ts'

/** Hides rows that are rendered outside of the view when the page is printed. */
export function usePrintedRows(bodyRef: RefObject<HTMLElement | null>, { start, end }: RowRange): void {
  useEffect(() => {
    const mark = () => {
      const body = bodyRef.current
      for (const row of body?.children ?? []) {
        const index = body ? rowIndexOf(body, row) : undefined
        row.toggleAttribute('data-unseen', index !== undefined && (index < start || index >= end))
      }
    }
    const unmark = () => {
      for (const row of bodyRef.current?.children ?? []) row.removeAttribute('data-unseen')
    }
    window.addEventListener('beforeprint', mark)
    window.addEventListener('afterprint', unmark)
    return () => {
      window.removeEventListener('beforeprint', mark)
      window.removeEventListener('afterprint', unmark)
    }
  }, [bodyRef, start, end])
}
