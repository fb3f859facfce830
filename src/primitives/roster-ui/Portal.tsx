import { type ReactNode, useContext } from 'react'
import { createPortal } from 'react-dom'
import { RosterRootContext, useRosterUI } from './RosterUIContext.ts'

/**
 * Puts children where dialogs go: into our root, or into the host's container or the body, in a root of their own.
 * They are in the top layer, so that no stacking or clipping of the host reaches them.
 */
export function Portal({ children }: { children: ReactNode }) {
  const { container: asked, rootAttributes } = useRosterUI()
  const root = useContext(RosterRootContext)
  const container = asked ?? root
  if (container === null || typeof document === 'undefined') return null
  if (container?.matches('.roster-root')) return createPortal(children, container)
  return createPortal(
    <div className="roster-root" {...rootAttributes}>
      {children}
    </div>,
    container ?? document.body,
  )
}
