import { useCallback } from 'react'
import type { Selection } from '../base/selection.ts'
import type { UsersQuery } from '../contract/users-query.ts'
import type { Outcome } from '../state/core/outcome.ts'
import type { RunOutcome } from '../state/runs/run-at-once.ts'
import { useRosterState } from './RosterContext.ts'
import { useRunAtOnce } from './useRunAtOnce.ts'
import { type SelectedRowsResult, type SelectionOptions, useSelectedRows } from './useSelectedRows.ts'
import { type UsersListOptions, type UsersListResult, useUsersList } from './useUsersList.ts'
import { useViewState } from './useViewState.ts'

/** Options of {@link useUsers}. */
export interface UseUsersOptions extends UsersListOptions, SelectionOptions {}

/** What {@link useUsers} returns. */
export interface UseUsersResult extends Omit<UsersListResult, 'selecting'>, SelectedRowsResult {
  /** The search as it is being typed. */
  search: string
  /**
   * Deletes the selected users, or the users of another selection, without a confirmation. If you have kept a selection
   * of all that match, pass the query of that time too: without it the current one is used. Resolves when all of them
   * are done, and never rejects. `useSelectionRuns` does the same in steps that you control.
   */
  deleteUsers(selection?: Selection, query?: UsersQuery): Promise<Outcome<RunOutcome>>
}

/** Loads the company's users: search, sort, filters, pages or a window, a selection, and changes. */
export function useUsers(options: UseUsersOptions = {}): UseUsersResult {
  const { selecting, ...list } = useUsersList(options)
  const search = useViewState(list.view, (shown) => shown.search)
  const selected = useSelectedRows(selecting, list.view.picked, options)
  const run = useRunAtOnce(useRosterState('useUsers'), list.view, 'users')
  const deleteUsers = useCallback(
    (selection?: Selection, query?: UsersQuery) => run('delete', selection, query),
    [run],
  )
  return { ...list, search, deleteUsers, ...selected }
}
