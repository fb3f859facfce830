import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Selection } from '../base/selection.ts'
import type { SelectedUsers, UsersSelection } from '../state/users/users-selection.ts'
import { type UsersListOptions, type UsersListResult, useUsersList } from './useUsersList.ts'

/** Options of {@link useUsers}. */
export interface UseUsersOptions extends UsersListOptions {
  /** The selection, if you control it. */
  selection?: Selection
  /** What is selected first. @default nobody */
  defaultSelection?: Selection
  /** Called when the person selects users, and when a selection ends because its search or filters change. */
  onSelectionChange?: (selection: Selection) => void
}

/** What {@link useUsers} returns. */
export interface UseUsersResult
  extends Omit<UsersListResult, 'selecting'>,
    SelectedUsers,
    Pick<UsersSelection, 'setSelection' | 'selectAll' | 'clearSelection'> {}

/** Loads the company's users: search, sort, filters, pages or a window, a selection, and changes. */
export function useUsers(options: UseUsersOptions = {}): UseUsersResult {
  const { selection, defaultSelection, onSelectionChange } = options
  const { selecting, ...list } = useUsersList(options)
  const { picked } = list.view
  useState(() => defaultSelection && picked.set(defaultSelection))
  useEffect(() => {
    picked.control({ value: selection, onChange: onSelectionChange })
    return () => picked.control({})
  }, [picked, selection, onSelectionChange])
  const { subscribe, getSnapshot, getServerSnapshot, setSelection, selectAll, clearSelection } = selecting
  const selected = useSyncExternalStore(subscribe, getSnapshot, getServerSnapshot)
  return { ...list, ...selected, setSelection, selectAll, clearSelection }
}
