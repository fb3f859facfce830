import type { Slot } from '../../primitives/element/slot.ts'
import { useNoticesState } from '../../primitives/roster-ui/useNotices.ts'
import { Toaster } from '../../primitives/toaster/Toaster.tsx'

/** Floats over the foot of a list: notices, and what belongs to its selection. */
export function PageDock({ children }: { children: Slot | Slot[] }) {
  const hasToasts = useNoticesState().toasts.length > 0
  return (
    <div className="roster-page-dock">
      {hasToasts && <Toaster placement="dock" />}
      {children}
    </div>
  )
}
