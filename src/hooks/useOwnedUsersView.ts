import { useState } from 'react'
import type { UsersViewJSON } from '../contract/users-view-json.ts'
import { createUsersView, type UsersView, type UsersViewControl } from '../state/users/users-view.ts'
import { useRosterState } from './RosterContext.ts'
import { useControlledView } from './useControlledView.ts'

/** Options of {@link useOwnedUsersView}. `value` and `onChange` must be stable. */
export interface OwnedUsersViewOptions extends UsersViewControl {
  /** What the view shows first. */
  defaultView: UsersViewJSON | undefined
  /** The hook or component that a missing provider is reported for. */
  caller: string
}

/** Creates a view that lives as long as the component, and lets the host control parts of it. */
export function useOwnedUsersView({ defaultView, caller, ...control }: OwnedUsersViewOptions): UsersView {
  const { clock } = useRosterState(caller)
  const [view] = useState(() => createUsersView({ defaultView, clock }))
  useControlledView(view, control)
  return view
}
