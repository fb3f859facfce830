import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useRosterUI } from './RosterUIContext.ts'

/**
 * Puts children where dialogs go: into our root, or into the host's container or the body, in a root of their own.
 * They are in the top layer, so that no stacking or clipping of the host reaches them.
 */
export function Portal({ children }: { children: ReactNode }) {
  const { container, rootAttributes } = useRosterUI()
  if (container === null || typeof document === 'undefined') return null
  if (container?.matches('.roster-root')) return createPortal(children, container)
  return createPortal(
    <div className="roster-root" {...rootAttributes}>
      {children}
    </div>,
    container ?? document.body,
  )
}
