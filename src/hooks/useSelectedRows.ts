import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Selection } from '../base/selection.ts'
import type { ListSelection, SelectedRows } from '../state/lists/list-selection.ts'
import type { PickedRows } from '../state/lists/picked-rows.ts'

/** Options of a list whose rows can be selected. */
export interface SelectionOptions {
  /** The selection, if you control it. */
  selection?: Selection
  /** The initial selection. @default nothing */
  defaultSelection?: Selection
  /** Called when the person selects rows, and when a selection ends because its search or filters change. */
  onSelectionChange?: (selection: Selection) => void
}

/** The selection of a list, and what changes it. */
export interface SelectedRowsResult
  extends SelectedRows,
    Pick<ListSelection, 'setSelection' | 'selectAll' | 'clearSelection'> {}

/** Returns the selection of a list, and lets the host control it. */
export function useSelectedRows<Query>(
  selecting: ListSelection,
  picked: PickedRows<Query>,
  { selection, defaultSelection, onSelectionChange }: SelectionOptions,
): SelectedRowsResult {
  useState(() => defaultSelection && picked.set(defaultSelection))
  useEffect(() => {
    picked.control({ value: selection, onChange: onSelectionChange })
    return () => picked.control({})
  }, [picked, selection, onSelectionChange])
  const { subscribe, getSnapshot, getServerSnapshot, setSelection, selectAll, clearSelection } = selecting
  const selected = useSyncExternalStore(subscribe, getSnapshot, getServerSnapshot)
  return { ...selected, setSelection, selectAll, clearSelection }
}
