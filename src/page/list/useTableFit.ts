import { type RefObject, useEffect } from 'react'
import type { DataTableActions } from '../../primitives/data-table/useTableActions.ts'
import type { ElementSlot } from '../../primitives/element/element-slot.ts'

/** Fits the table into its room as soon as something appears or goes beside it. */
export function useTableFit(beside: ElementSlot, table: RefObject<DataTableActions | null>): void {
  useEffect(() => {
    const element = beside.get()
    if (!element) return
    const observer = new MutationObserver(() => table.current?.fit())
    observer.observe(element, { childList: true })
    return () => observer.disconnect()
  }, [beside, table])
}
