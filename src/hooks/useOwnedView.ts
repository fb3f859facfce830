import { useState } from 'react'
import type { Clock } from '../state/environment/clock.ts'
import type { ListViewControl } from '../state/lists/list-view.ts'
import { useRosterState } from './RosterContext.ts'
import { useControlledView } from './useControlledView.ts'

/** Options of {@link useOwnedView}. `value` and `onChange` must be stable. */
export interface OwnedViewOptions<View, JSON, Parts> extends ListViewControl<Parts> {
  /** Creates the view, once. */
  create: (options: { defaultView: JSON | undefined; clock: Clock }) => View
  /** What the view shows first. */
  defaultView: JSON | undefined
  /** The hook or component that a missing provider is reported for. */
  caller: string
}

/** Creates a view that lives as long as the component, and lets the host control parts of it. */
export function useOwnedView<View extends { control(control: ListViewControl<Parts>): void }, JSON, Parts>({
  create,
  defaultView,
  caller,
  ...control
}: OwnedViewOptions<View, JSON, Parts>): View {
  const { clock } = useRosterState(caller)
  const [view] = useState(() => create({ defaultView, clock }))
  useControlledView<Parts>(view, control)
  return view
}
