import { type ReactNode, useContext } from 'react'
import { createPortal } from 'react-dom'
import { RosterRootContext, useRosterUI } from './RosterUIContext.ts'

/**
 * Renders children where dialogs are placed: in our root, or with a separate root in the host's container or the body.
 * They are in the top layer, so that the host's stacking and clipping don't affect them.
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
