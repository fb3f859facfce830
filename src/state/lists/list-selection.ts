import { isEmptied } from '../../base/is-emptied.ts'
import { type Selection, selectAll, selectNone } from '../../base/selection.ts'
import type { StateCore } from '../core/state-core.ts'
import type { WindowedList } from '../windows/windowed-list.ts'
import type { PickedRows } from './picked-rows.ts'
import type { QueryView, RowStore } from './row-store.ts'

/** Which rows are selected, as a table and a bulk bar show it. */
export interface SelectedRows {
  selection: Selection
  /**
   * How many rows are selected. If all that match are selected and the list's total is a lower bound, it is a lower
   * bound too.
   */
  selectedCount: number
  /** How many of them were selected under another search or other filters. */
  selectedElsewhere: number
  /** False while a search is being typed or loaded, since all that match can't be selected before they are shown. */
  canSelectAll: boolean
}

/** A view that holds a selection. */
export interface SelectableView<Query> extends QueryView<Query> {
  readonly picked: PickedRows<Query>
  /** Whether a search is being typed that the query doesn't follow yet. */
  isTyping(): boolean
}

/** The selection of a list. */
export interface ListSelection {
  getSnapshot(): SelectedRows
  getServerSnapshot(): SelectedRows
  subscribe(listener: () => void): () => void
  /** Selects rows. All that match can only be selected while `canSelectAll` is true. */
  setSelection(selection: Selection): void
  /** Selects all rows that match, or nothing while `canSelectAll` is false. */
  selectAll(): void
  clearSelection(): void
}

const nothingSelected: SelectedRows = {
  selection: selectNone,
  selectedCount: 0,
  selectedElsewhere: 0,
  canSelectAll: false,
}

/** Creates the selection of a list. It is kept by the view, so it survives scrolling, sorting and live changes. */
export function createListSelection<Row extends { id: string }, Query>(
  { key }: Pick<StateCore, 'key'>,
  { names, departures, live }: RowStore<Row, Query>,
  view: SelectableView<Query>,
  list: WindowedList<Row>,
): ListSelection {
  const { picked } = view
  let snapshot: SelectedRows | undefined

  function canSelectAll() {
    const { status, isPlaceholder } = list.getSnapshot()
    return status === 'ready' && !isPlaceholder && !view.isTyping()
  }

  function setSelection(next: Selection) {
    const isAll = next.mode === 'exclude'
    if (isAll && picked.get().mode === 'include' && !canSelectAll()) return
    picked.set(isEmptied(next, list.getSnapshot().source, rowId) ? selectNone : next)
  }

  const isNamed = (id: string) => {
    const selection = picked.get()
    return selection.has(id) === (selection.mode === 'include')
  }

  return {
    getSnapshot() {
      const selection = picked.get()
      const next = {
        selection,
        selectedCount: selection.count(list.getSnapshot().source.total),
        selectedElsewhere: picked.elsewhere(),
        canSelectAll: canSelectAll(),
      }
      const isSame =
        snapshot?.selection === selection &&
        snapshot.selectedCount === next.selectedCount &&
        snapshot.selectedElsewhere === next.selectedElsewhere &&
        snapshot.canSelectAll === next.canSelectAll
      if (!snapshot || !isSame) snapshot = next
      return snapshot
    },
    getServerSnapshot: () => nothingSelected,
    subscribe(listener) {
      picked.belongTo(JSON.stringify(key()))
      const leaves = [
        picked.subscribe(listener),
        view.subscribe(listener),
        list.subscribe(listener),
        departures.subscribe(picked.drop),
        live.onRows(names.list, (ids) => void departures.check(ids.filter(isNamed))),
      ]
      return () => {
        for (const leave of leaves) leave()
      }
    },
    setSelection,
    selectAll: () => setSelection(selectAll),
    clearSelection: () => picked.set(selectNone),
  }
}

const rowId = ({ id }: { id: string }) => id
