import { type RefObject, useRef } from 'react'
import { activeElement } from '../element/active-element.ts'
import { enterTopLayer, leaveTopLayer } from '../element/top-layer.ts'
import { useIsomorphicLayoutEffect } from '../element/useIsomorphicLayoutEffect.ts'
import { useLatest } from '../element/useLatest.ts'
import { type Placement, placePopup, visiblePart } from './place-popup.ts'

/** What a popup is placed beside. */
export interface UseTopLayerOptions extends Placement {
  open: boolean
  /** Called when the browser closes it: a click elsewhere, Escape, another popup. */
  onClose: () => void
  anchor: RefObject<Element | null>
}

/**
 * Shows and hides an element with the `popover` attribute and keeps it beside its anchor. It is rendered in the top
 * layer and keeps its place in the document, so that dialogs, shadow roots and tokens apply to it like to any child.
 */
export function useTopLayer(
  popup: RefObject<HTMLElement | null>,
  { open, onClose, anchor, side, align, fit }: UseTopLayerOptions,
): void {
  const latestOnClose = useLatest(onClose)
  const focused = useRef<HTMLElement>(undefined)

  useIsomorphicLayoutEffect(() => {
    const element = popup.current
    if (!open || !element || !anchor.current) return
    let seen = ''
    let frame = 0
    // The anchor moves when something scrolls, and without any event when rows appear above it.
    const follow = () => {
      frame = requestAnimationFrame(follow)
      const now = JSON.stringify([anchor.current?.getBoundingClientRect(), innerWidth, visiblePart()])
      if (anchor.current && now !== seen) placePopup(anchor.current, element, { side, align, fit })
      seen = now
    }
    const onToggle = (event: Event) => {
      if ((event as ToggleEvent).newState === 'closed') latestOnClose.current()
    }
    enterTopLayer(element)
    follow()
    focused.current?.focus()
    element.addEventListener('toggle', onToggle)
    return () => {
      cancelAnimationFrame(frame)
      element.removeEventListener('toggle', onToggle)
      // In its Strict Mode, React runs this effect twice. A popover that hides gives the focus away.
      const active = activeElement(element) as HTMLElement
      focused.current = element.contains(active) ? active : undefined
      leaveTopLayer(element)
    }
  }, [popup, open, anchor, side, align, fit])
}
