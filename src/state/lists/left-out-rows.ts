import type { RowSource } from '../../base/row-source.ts'
import type { Selection, SelectionJSON } from '../../base/selection.ts'
import type { WindowedList } from '../windows/windowed-list.ts'
import type { PickedRows } from './picked-rows.ts'
import type { QueryView, RowStore } from './row-store.ts'

/** The rows that are taken out of "all that match", and which of them still match. */
export interface LeftOutRows {
  /** Returns the selection with a count of only those left out rows that still match. */
  counted(selection: Selection): Selection
  /** Notes rows that others have changed, and finds out which of them were deleted. */
  noteChanged(ids: readonly string[]): void
  /** Notes rows that were deleted. */
  noteDeparted(ids: readonly string[]): void
  /** Follows a change of the list or the selection. A selection of which nothing is left ends. */
  update(): void
}

/** Options of {@link createLeftOutRows}. */
export interface LeftOutRowsOptions<Row, Query> {
  list: Pick<WindowedList<Row>, 'getSnapshot'>
  view: QueryView<Query> & { readonly picked: PickedRows<Query> }
  store: Pick<RowStore<Row, Query>, 'ids' | 'departures'>
  /** How many rows there were when all were selected. */
  total: number
  signal: AbortSignal
  /** Called when the count has changed. */
  notify: () => void
  // These two are passed, since a bundler keeps a module separate that later modules import too.
  selectionFrom: (json: SelectionJSON, absent: number) => Selection
  selectNone: Selection
}

/** If so few rows of a selection of all are left, it is found out whether each still exists. */
const lastRows = 20

/** A list of at most this many rows is read to find out which of them still match. It is one request. */
const mostRead = 5_000

/**
 * Creates the memory of left out rows. None of them is ever forgotten while the selection lasts: one that leaves the
 * list, and comes back by an undo, isn't selected.
 */
export function createLeftOutRows<Row extends { id: string }, Query>({
  list,
  view,
  store: { ids, departures },
  total,
  signal,
  notify,
  selectionFrom,
  selectNone,
}: LeftOutRowsOptions<Row, Query>): LeftOutRows {
  const { picked } = view
  const gone = new Set<string>()
  const departed = new Set<string>()
  let loaded = loadedRows(list.getSnapshot().source)
  let shown: { of: Selection; selection: Selection } | undefined
  let checkedTotal = total
  let isUnsure = false
  let reading: object | undefined

  function forget() {
    gone.clear()
    departed.clear()
    isUnsure = false
    reading = undefined
    shown = undefined
  }

  function counted(selection: Selection): Selection {
    if (selection.mode === 'include') return selection
    const { source } = list.getSnapshot()
    if (source !== loaded.source) {
      loaded = loadedRows(source)
      shown = undefined
    }
    if (shown?.of === selection) return shown.selection
    const json = selection.toJSON()
    const isAbsent = (id: string) => !loaded.ids.has(id) && (loaded.isWhole || gone.has(id))
    const absent = json.ids.filter(isAbsent).length
    shown = { of: selection, selection: absent > 0 ? selectionFrom(json, absent) : selection }
    return shown.selection
  }

  /** Reads which rows match. Where that isn't possible, those that were deleted don't. */
  async function check() {
    const { query } = view.getState()
    const read = loaded.source.total <= mostRead ? ids() : undefined
    const own = {}
    reading = own
    isUnsure = false
    checkedTotal = loaded.source.total
    const window = await read?.({ ...query, offset: 0, limit: mostRead }, { signal }).catch(() => undefined)
    if (reading !== own) return
    reading = undefined
    if (view.getState().query !== query) return
    const matching = window && new Set(window.rows.map(({ id }) => id))
    for (const id of picked.get().toJSON().ids)
      if (matching ? !matching.has(id) : departed.has(id)) gone.add(id)
      else gone.delete(id)
    shown = undefined
    notify()
    end()
  }

  /** Ends a selection of which nothing is left: someone who joins later was never part of it. */
  function end() {
    const { source, status, isPlaceholder } = list.getSnapshot()
    const isKnown = loaded.isWhole || (!isUnsure && !reading)
    if (status !== 'ready' || isPlaceholder || source.totalIs !== 'exact' || !isKnown) return
    const selection = counted(picked.get())
    const left = [...departed].filter((id) => loaded.ids.has(id) && selection.has(id))
    if (selection.count(source.total) <= left.length) picked.set(selectNone)
  }

  return {
    counted,
    noteChanged(changed) {
      const selection = counted(picked.get())
      const isAll = selection.mode === 'exclude'
      const isLast = isAll && selection.count(loaded.source.total) <= lastRows
      isUnsure ||= isAll && changed.some((id) => !selection.has(id))
      void departures.check(changed.filter((id) => isLast || selection.has(id) !== isAll))
    },
    noteDeparted(left) {
      for (const id of left) departed.add(id)
      isUnsure ||= left.length > 0
      this.update()
    },
    update() {
      const selection = picked.get()
      if (selection.mode === 'include') return forget()
      counted(selection)
      // A selected row that has left the list may come back.
      for (const id of departed) if (selection.has(id) && !loaded.ids.has(id)) departed.delete(id)
      const { isPlaceholder, changes } = list.getSnapshot()
      isUnsure ||= loaded.source.total !== checkedTotal
      const isChecked = loaded.isWhole || isPlaceholder || changes > 0
      if (isUnsure && !isChecked) void check()
      else end()
    },
  }
}

/** The ids of the rows that are loaded, and whether these are all. */
function loadedRows<Row extends { id: string }>(source: RowSource<Row>) {
  const ids = new Set<string>()
  let isWhole = source.totalIs === 'exact'
  for (let index = 0; index < source.total; index += 1) {
    const row = source.at(index)
    // An unreadable row may have no id.
    if (row?.id === undefined) isWhole = false
    else ids.add(row.id)
  }
  return { source, ids, isWhole }
}
