import { isEmptied } from '../../base/is-emptied.ts'
import { type Selection, selectAll, selectNone } from '../../base/selection.ts'
import type { User } from '../../contract/users.ts'
import type { RosterState } from '../roster/roster-state.ts'
import type { WindowedList } from '../windows/windowed-list.ts'
import type { UsersView } from './users-view.ts'

/** Which users are selected, as a table and a bulk bar show it. */
export interface SelectedUsers {
  selection: Selection
  /** How many users are selected. Of all that match it is a lower bound while the list's total is one. */
  selectedCount: number
  /** How many of them were selected under another search or other filters. */
  selectedElsewhere: number
  /** False while a search is being typed or on its way: all that match can't be selected before they are shown. */
  canSelectAll: boolean
}

/** The selection of a list of users. */
export interface UsersSelection {
  getSnapshot(): SelectedUsers
  getServerSnapshot(): SelectedUsers
  subscribe(listener: () => void): () => void
  /** Selects users. All that match can only be selected while `canSelectAll` is true. */
  setSelection(selection: Selection): void
  /** Selects all users that match, or nothing while `canSelectAll` is false. */
  selectAll(): void
  clearSelection(): void
}

const nothingSelected: SelectedUsers = {
  selection: selectNone,
  selectedCount: 0,
  selectedElsewhere: 0,
  canSelectAll: false,
}

/** Creates the selection of a list. It is kept by the view, so it survives scrolling, sorting and live changes. */
export function createUsersSelection(
  { live, departures, key }: RosterState,
  view: UsersView,
  list: WindowedList<User>,
): UsersSelection {
  const { picked } = view
  let snapshot: SelectedUsers | undefined

  function canSelectAll() {
    const { status, isPlaceholder } = list.getSnapshot()
    return status === 'ready' && !isPlaceholder && !view.isTyping()
  }

  function setSelection(next: Selection) {
    const isAll = next.mode === 'exclude'
    if (isAll && picked.get().mode === 'include' && !canSelectAll()) return
    picked.set(isEmptied(next, list.getSnapshot().source, userId) ? selectNone : next)
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
        live.onUsers((ids) => void departures.check(ids.filter(isNamed))),
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

const userId = ({ id }: User) => id
