import { useMemo } from 'react'
import { isUnreadable, type RowSource } from '../base/row-source.ts'
import type { Invitation } from '../contract/invitations.ts'
import type { InvitationsQuery } from '../contract/invitations-query.ts'
import { invitationsOf } from '../state/invitations/invitations-state.ts'
import { createInvitationsView, type InvitationsView } from '../state/invitations/invitations-view.ts'
import { useRosterState } from './RosterContext.ts'
import { type ListViewOptions, useListView } from './useListView.ts'
import { type RowListResult, useRowList } from './useRowList.ts'

/** Options of {@link useInvitationsList}. */
export interface InvitationsListOptions extends ListViewOptions<InvitationsView, InvitationsQuery> {}

/** The company's invitations: first the pending ones, then those that have expired. */
export interface InvitationsListResult extends RowListResult<Invitation, InvitationsQuery> {
  /** How many of the matching invitations are pending. The ones after them have expired. */
  pending: number | undefined
  view: InvitationsView
  setSort: InvitationsView['setSort']
  setFilters: InvitationsView['setFilters']
}

/** Loads the company's invitations. */
export function useInvitationsList(options: InvitationsListOptions = {}): InvitationsListResult {
  const { range } = options
  const state = useRosterState('useInvitations')
  const view = useListView(options, { create: createInvitationsView, caller: 'useInvitations' })
  const list = useRowList(state, { store: invitationsOf(state), view, range })
  const { setSort, setFilters } = view
  const { source, pending, changes } = list
  const expired = useMemo(() => expiredAmongPending(source, pending), [source, pending])
  // The server reports the same rows as moved, a moment later.
  return { ...list, changes: Math.max(changes, expired), view, setSort, setFilters }
}

/** The most rows that are searched. */
const most = 1_000

/** How many invitations have expired since they were loaded among the pending ones. */
function expiredAmongPending({ at }: RowSource<Invitation>, pending = 0): number {
  let count = 0
  for (let index = 0; index < Math.min(pending, most); index += 1) {
    const row = at(index)
    if (row && !isUnreadable(row) && row.status === 'expired') count += 1
  }
  return count
}
