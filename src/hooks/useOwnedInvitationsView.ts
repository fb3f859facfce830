import { useState } from 'react'
import type { InvitationsViewJSON } from '../contract/invitations-view-json.ts'
import { createInvitationsView, type InvitationsView } from '../state/invitations/invitations-view.ts'
import type { InvitationsViewParts } from '../state/invitations/invitations-view-parts.ts'
import type { ListViewControl } from '../state/lists/list-view.ts'
import { useRosterState } from './RosterContext.ts'
import { useControlledView } from './useControlledView.ts'

/** Options of {@link useOwnedInvitationsView}. `value` and `onChange` must be stable. */
export interface OwnedInvitationsViewOptions extends ListViewControl<InvitationsViewParts> {
  /** What the view shows first. */
  defaultView: InvitationsViewJSON | undefined
  /** The hook or component that a missing provider is reported for. */
  caller: string
}

/** Creates a view that lives as long as the component, and lets the host control parts of it. */
export function useOwnedInvitationsView({
  defaultView,
  caller,
  ...control
}: OwnedInvitationsViewOptions): InvitationsView {
  const { clock } = useRosterState(caller)
  const [view] = useState(() => createInvitationsView({ defaultView, clock }))
  useControlledView(view, control)
  return view
}
