import { useEffect } from 'react'
import type { ListViewControl } from '../state/lists/list-view.ts'

/** Lets a host own parts of a view. `value` and `onChange` must be stable. */
export function useControlledView<Parts>(
  view: { control(control: ListViewControl<Parts>): void },
  { value, onChange }: ListViewControl<Parts>,
): void {
  useEffect(() => {
    view.control({ value, onChange })
    // After the component has unmounted, a search that was still being typed is dropped.
    return () => view.control({})
  }, [view, value, onChange])
}
