import type { ElementSlot } from '../../primitives/element/element-slot.ts'
import type { Slot } from '../../primitives/element/slot.ts'
import { useNoticesState } from '../../primitives/roster-ui/useNotices.ts'
import { Toaster } from '../../primitives/toaster/Toaster.tsx'
import { PageSlot } from '../list/PageSlot.tsx'

interface PageDockProps {
  /** The place for what belongs to the page rather than to the tab. */
  slot?: ElementSlot | undefined
  children: Slot | Slot[]
}

/** Floats over the foot of a list: notices, and what belongs to its selection. */
export function PageDock({ slot, children }: PageDockProps) {
  const hasToasts = useNoticesState().toasts.length > 0
  return (
    <div className="roster-page-dock">
      {hasToasts && <Toaster placement="dock" />}
      {slot && <PageSlot slot={slot} />}
      {children}
    </div>
  )
}
