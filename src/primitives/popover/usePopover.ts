import { type RefObject, useEffect, useRef } from 'react'
import { useIsomorphicLayoutEffect } from '../element/useIsomorphicLayoutEffect.ts'
import { type Placement, placePopover } from './place-popover.ts'

/** What a popover hangs on. */
export interface UsePopoverOptions extends Placement {
  open: boolean
  /** Told when the browser closes it: a click elsewhere, Escape, another popover. */
  onClose: () => void
  anchor: RefObject<Element | null>
}

/**
 * Shows and hides an element with the `popover` attribute and keeps it beside its anchor. It stands in the top layer
 * and in its place in the document, so that dialogs, shadow roots and tokens hold it like any child.
 */
export function usePopover<E extends HTMLElement>({
  open,
  onClose,
  anchor,
  side,
  align,
  fit,
}: UsePopoverOptions): RefObject<E | null> {
  const popover = useRef<E>(null)
  const latestOnClose = useRef(onClose)
  useEffect(() => {
    latestOnClose.current = onClose
  })

  useIsomorphicLayoutEffect(() => {
    const element = popover.current
    if (!open || !element || !anchor.current) return
    const place = () => anchor.current && placePopover(anchor.current, element, { side, align, fit })
    const onToggle = (event: Event) => {
      if ((event as ToggleEvent).newState === 'closed') latestOnClose.current()
    }
    element.showPopover()
    place()
    element.addEventListener('toggle', onToggle)
    addEventListener('scroll', place, true)
    addEventListener('resize', place)
    return () => {
      element.removeEventListener('toggle', onToggle)
      removeEventListener('scroll', place, true)
      removeEventListener('resize', place)
      if (element.isConnected && element.matches(':popover-open')) element.hidePopover()
    }
  }, [open, anchor, side, align, fit])

  return popover
}
