import { useCallback, useMemo } from 'react'
import type { RowRange } from '../base/row-range.ts'
import type { Invitation } from '../contract/invitations.ts'
import type { InvitationsQuery } from '../contract/invitations-query.ts'
import { invitationsOf } from '../state/invitations/invitations-state.ts'
import type { InvitationsView } from '../state/invitations/invitations-view.ts'
import type { InvitationsViewParts } from '../state/invitations/invitations-view-parts.ts'
import { useRosterState } from './RosterContext.ts'
import { useOwnedInvitationsView } from './useOwnedInvitationsView.ts'
import { type RowListResult, useRowList } from './useRowList.ts'

/** Options of {@link useInvitationsList}. */
export interface InvitationsListOptions {
  /** The page that `rows` holds. @default the first 50 */
  range?: RowRange
  /** A view that you created, always the same one for a component. Without it, the hook creates one from the options below. */
  view?: InvitationsView
  /** The query, if you control it. */
  query?: InvitationsQuery
  /** The initial query. @default {} */
  defaultQuery?: InvitationsQuery
  /** Called when the person searches, sorts or filters. */
  onQueryChange?: (query: InvitationsQuery) => void
}

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
  const { range, query, defaultQuery, onQueryChange } = options
  const state = useRosterState('useInvitations')
  const ownView = useOwnedInvitationsView({
    caller: 'useInvitations',
    defaultView: query ?? defaultQuery,
    value: useMemo(() => query && { query }, [query]),
    onChange: useCallback(
      (next: InvitationsViewParts, before: InvitationsViewParts) => {
        if (next.query !== before.query) onQueryChange?.(next.query)
      },
      [onQueryChange],
    ),
  })
  const view = options.view ?? ownView
  const list = useRowList(state, { store: invitationsOf(state), view, range })
  const { setSort, setFilters } = view
  return { ...list, view, setSort, setFilters }
}
