import { useCallback } from 'react'
import type { Selection } from '../base/selection.ts'
import type { InviteRequest } from '../contract/invitation-writes.ts'
import type { InvitationsQuery } from '../contract/invitations-query.ts'
import type { Outcome } from '../state/core/outcome.ts'
import type { InviteOutcome } from '../state/invitation-acts/invitation-hooks.ts'
import type { RunOutcome } from '../state/runs/run-at-once.ts'
import { callLater } from './call-later.ts'
import { useRosterState } from './RosterContext.ts'
import {
  type InvitationsListOptions,
  type InvitationsListResult,
  useInvitationsList,
} from './useInvitationsList.ts'
import { useRunAtOnce } from './useRunAtOnce.ts'
import { type SelectedRowsResult, type SelectionOptions, useSelectedRows } from './useSelectedRows.ts'
import { useViewState } from './useViewState.ts'

const importInvite = async () => {
  const { invite } = await import('../state/invitations/invite.ts')
  return invite
}

/** Options of {@link useInvitations}. */
export interface UseInvitationsOptions extends InvitationsListOptions, SelectionOptions {}

/** What {@link useInvitations} returns. */
export interface UseInvitationsResult extends Omit<InvitationsListResult, 'selecting'>, SelectedRowsResult {
  /** The search as it is being typed. */
  search: string
  /**
   * Invites any number of people by email. Every address is in `done` or `failed` of the outcome. Never rejects. For a
   * field in which people type addresses, see `useInviteDraft`.
   */
  invite(request: InviteRequest): Promise<Outcome<InviteOutcome>>
  /**
   * Sends the selected invitations again, or those of another selection, without a confirmation. If you have kept a
   * selection of all that match, pass the query of that time too: without it the current one is used. Never rejects.
   */
  resend(selection?: Selection, query?: InvitationsQuery): Promise<Outcome<RunOutcome>>
  /** Deletes the selected invitations, or those of another selection and query, without a confirmation. Never rejects. */
  deleteInvitations(selection?: Selection, query?: InvitationsQuery): Promise<Outcome<RunOutcome>>
}

/** Loads the company's invitations: search, sort, filters, a selection, and what can be done with it. */
export function useInvitations(options: UseInvitationsOptions = {}): UseInvitationsResult {
  const { selecting, ...list } = useInvitationsList(options)
  const state = useRosterState('useInvitations')
  const search = useViewState(list.view, (shown) => shown.search)
  const selected = useSelectedRows(selecting, list.view.picked, options)
  const run = useRunAtOnce(state, list.view, 'invitations')
  const invite = useCallback(
    (request: InviteRequest) => callLater(importInvite, (invite) => invite(state, request)),
    [state],
  )
  const resend = useCallback(
    (selection?: Selection, query?: InvitationsQuery) => run('resend', selection, query),
    [run],
  )
  const deleteInvitations = useCallback(
    (selection?: Selection, query?: InvitationsQuery) => run('delete', selection, query),
    [run],
  )
  return { ...list, search, ...selected, invite, resend, deleteInvitations }
}
