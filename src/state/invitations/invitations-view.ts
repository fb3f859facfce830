import { canonicalInvitationsQuery } from '../../contract/canonical-invitations-query.ts'
import type { InvitationsQuery } from '../../contract/invitations-query.ts'
import type { InvitationsViewJSON } from '../../contract/invitations-view-json.ts'
import { type Clock, systemClock } from '../environment/clock.ts'
import { createListView, type ListView, type ListViewState } from '../lists/list-view.ts'
import {
  type InvitationsViewParts,
  invitationsViewJSON,
  partsOfInvitationsView,
} from './invitations-view-parts.ts'

/** What a person sees of a list of invitations. */
export type InvitationsViewState = ListViewState<InvitationsViewParts>

/** Options of {@link createInvitationsView}. */
export interface InvitationsViewOptions {
  /** What the view shows first. @default {} */
  defaultView?: InvitationsViewJSON | undefined
  /** How long the typing pauses before the list follows, in milliseconds. @default 250 */
  searchDelay?: number
  /** @default the system's clock */
  clock?: Clock
}

/** The state of a list of invitations on screen. Its methods are stable. */
export interface InvitationsView extends ListView<InvitationsQuery, InvitationsViewParts> {
  /** Opens an invitation's panel, or closes it with `null`. */
  openInvitation(id: string | null): void
  /** Returns the view as plain JSON, which `parseInvitationsViewJSON` reads. */
  toJSON(): InvitationsViewJSON
}

/** Creates a view of a list of invitations. */
export function createInvitationsView({
  defaultView,
  searchDelay = 250,
  clock = systemClock,
}: InvitationsViewOptions = {}): InvitationsView {
  const { ask, typedParts, ...view } = createListView<InvitationsQuery, InvitationsViewParts>({
    first: partsOfInvitationsView(defaultView),
    canonical: canonicalInvitationsQuery,
    searchDelay,
    clock,
  })
  return {
    ...view,
    openInvitation: (openInvitationId) => ask({ openInvitationId }),
    toJSON: () => invitationsViewJSON(typedParts()),
  }
}
