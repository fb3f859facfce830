import { isEmptied } from '../../base/is-emptied.ts'
import { type Selection, selectAll, selectionFrom, selectNone } from '../../base/selection.ts'
import { createSubscribable } from '../../base/subscribable.ts'
import type { StateCore } from '../core/state-core.ts'
import { keepSame } from '../windows/keep-same.ts'
import type { WindowedList } from '../windows/windowed-list.ts'
import type { LeftOutRows } from './left-out-rows.ts'
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
  { key, signal }: Pick<StateCore, 'key' | 'signal'>,
  store: RowStore<Row, Query>,
  view: SelectableView<Query>,
  list: WindowedList<Row>,
): ListSelection {
  const { names, departures, live } = store
  const { picked } = view
  const { subscribe, notify } = createSubscribable()
  let leftOut: LeftOutRows | undefined
  /** Who has left while the code of `leftOut` loads. */
  let departed: string[] | undefined
  let snapshot: SelectedRows | undefined

  function isAnswered() {
    const { status, isPlaceholder } = list.getSnapshot()
    return status === 'ready' && !isPlaceholder
  }

  const canSelectAll = () => isAnswered() && !view.isTyping()

  function setSelection(next: Selection) {
    const isAll = next.mode === 'exclude'
    if (isAll && picked.get().mode === 'include' && !canSelectAll()) return
    picked.set(isEmptied(next, list.getSnapshot().source, rowId) ? selectNone : next)
  }

  /** Follows which of the rows that were taken out of all still match. */
  function follow() {
    if (leftOut) return leftOut.update()
    if (departed || picked.get().mode === 'include') return
    const { total } = list.getSnapshot().source
    const left: string[] = []
    departed = left
    // Until it is loaded, every row that was taken out counts.
    void import('./left-out-rows.ts').then(
      ({ createLeftOutRows }) => {
        leftOut = createLeftOutRows({ list, view, store, total, signal, notify, selectionFrom, selectNone })
        leftOut.noteDeparted(left)
        notify()
      },
      () => {
        departed = undefined
      },
    )
  }

  const isNamed = (id: string) => {
    const selection = picked.get()
    return selection.has(id) === (selection.mode === 'include')
  }

  function getSnapshot(): SelectedRows {
    const selection = leftOut?.counted(picked.get()) ?? picked.get()
    snapshot = keepSame(snapshot, {
      selection,
      selectedCount: selection.count(list.getSnapshot().source.total),
      selectedElsewhere: picked.elsewhere(),
      canSelectAll: canSelectAll(),
    })
    return snapshot
  }

  return {
    getSnapshot,
    getServerSnapshot: () => nothingSelected,
    subscribe(listener) {
      picked.belongTo(JSON.stringify(key()))
      const changed = () => {
        follow()
        listener()
      }
      const leaves = [
        picked.subscribe(changed),
        list.subscribe(() => {
          if (isAnswered()) picked.answer()
          changed()
        }),
        view.subscribe(listener),
        subscribe(listener),
        departures.subscribe((left) => {
          picked.drop(left)
          leftOut?.noteDeparted(left)
          departed?.push(...left)
        }),
        live.onRows(names.list, (ids) =>
          leftOut ? leftOut.noteChanged(ids) : void departures.check(ids.filter(isNamed)),
        ),
      ]
      follow()
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
