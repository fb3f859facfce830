import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { Selection } from '../base/selection.ts'
import type { Outcome } from '../state/core/outcome.ts'
import type { ListSelection, SelectedRows } from '../state/lists/list-selection.ts'
import { ofSelection } from '../state/runs/of-selection.ts'
import type { RunOutcome } from '../state/runs/run-at-once.ts'
import { useRosterState } from './RosterContext.ts'
import {
  type InvitationsListOptions,
  type InvitationsListResult,
  useInvitationsList,
} from './useInvitationsList.ts'

/** Options of {@link useInvitations}. */
export interface UseInvitationsOptions extends InvitationsListOptions {
  /** The selection, if you control it. */
  selection?: Selection
  /** The initial selection. @default nothing */
  defaultSelection?: Selection
  /** Called when the person selects invitations, and when a selection ends because its search or filters change. */
  onSelectionChange?: (selection: Selection) => void
}

/** What {@link useInvitations} returns. */
export interface UseInvitationsResult
  extends Omit<InvitationsListResult, 'selecting'>,
    SelectedRows,
    Pick<ListSelection, 'setSelection' | 'selectAll' | 'clearSelection'> {
  /** Sends the selected invitations again, or those of another selection, without a confirmation. Never rejects. */
  resend(selection?: Selection): Promise<Outcome<RunOutcome>>
  /** Deletes the selected invitations, or those of another selection, without a confirmation. Never rejects. */
  deleteInvitations(selection?: Selection): Promise<Outcome<RunOutcome>>
}

/** Loads the company's invitations: search, sort, filters, a selection, and what can be done with it. */
export function useInvitations(options: UseInvitationsOptions = {}): UseInvitationsResult {
  const { selection, defaultSelection, onSelectionChange } = options
  const { selecting, ...list } = useInvitationsList(options)
  const { view } = list
  const { picked } = view
  const state = useRosterState('useInvitations')
  useState(() => defaultSelection && picked.set(defaultSelection))
  useEffect(() => {
    picked.control({ value: selection, onChange: onSelectionChange })
    return () => picked.control({})
  }, [picked, selection, onSelectionChange])
  const { subscribe, getSnapshot, getServerSnapshot, setSelection, selectAll, clearSelection } = selecting
  const selected = useSyncExternalStore(subscribe, getSnapshot, getServerSnapshot)
  const run = useCallback(
    async (kind: 'delete' | 'resend', selection: Selection) => {
      const { runAtOnce } = await import('../state/runs/run-at-once.ts')
      return runAtOnce(state, ofSelection(selection, view.getState().query), { kind }, 'invitations')
    },
    [state, view],
  )
  const resend = useCallback((selection = picked.get()) => run('resend', selection), [run, picked])
  const deleteInvitations = useCallback((selection = picked.get()) => run('delete', selection), [run, picked])
  return { ...list, ...selected, setSelection, selectAll, clearSelection, resend, deleteInvitations }
}
