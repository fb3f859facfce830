import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { Selection } from '../base/selection.ts'
import type { Outcome } from '../state/core/outcome.ts'
import type { ListSelection, SelectedRows } from '../state/lists/list-selection.ts'
import { ofSelection } from '../state/runs/of-selection.ts'
import type { RunOutcome } from '../state/runs/run-at-once.ts'
import { useRosterState } from './RosterContext.ts'
import { type UsersListOptions, type UsersListResult, useUsersList } from './useUsersList.ts'

/** Options of {@link useUsers}. */
export interface UseUsersOptions extends UsersListOptions {
  /** The selection, if you control it. */
  selection?: Selection
  /** The initial selection. @default nobody */
  defaultSelection?: Selection
  /** Called when the person selects users, and when a selection ends because its search or filters change. */
  onSelectionChange?: (selection: Selection) => void
}

/** What {@link useUsers} returns. */
export interface UseUsersResult
  extends Omit<UsersListResult, 'selecting'>,
    SelectedRows,
    Pick<ListSelection, 'setSelection' | 'selectAll' | 'clearSelection'> {
  /**
   * Deletes the selected users, or the users of another selection, without a confirmation. Resolves when all of them
   * are done, and never rejects. `useSelectionRuns` does the same in steps that you control.
   */
  deleteUsers(selection?: Selection): Promise<Outcome<RunOutcome>>
}

/** Loads the company's users: search, sort, filters, pages or a window, a selection, and changes. */
export function useUsers(options: UseUsersOptions = {}): UseUsersResult {
  const { selection, defaultSelection, onSelectionChange } = options
  const { selecting, ...list } = useUsersList(options)
  const { picked } = list.view
  const state = useRosterState('useUsers')
  useState(() => defaultSelection && picked.set(defaultSelection))
  useEffect(() => {
    picked.control({ value: selection, onChange: onSelectionChange })
    return () => picked.control({})
  }, [picked, selection, onSelectionChange])
  const { subscribe, getSnapshot, getServerSnapshot, setSelection, selectAll, clearSelection } = selecting
  const selected = useSyncExternalStore(subscribe, getSnapshot, getServerSnapshot)
  const { view } = list
  const deleteUsers = useCallback(
    async (selection = picked.get()) => {
      const { runAtOnce } = await import('../state/runs/run-at-once.ts')
      return runAtOnce(state, ofSelection(selection, view.getState().query), { kind: 'delete' })
    },
    [state, view, picked],
  )
  return { ...list, deleteUsers, ...selected, setSelection, selectAll, clearSelection }
}
