import { type RefObject, useRef } from 'react'
import { activeElement } from '../element/active-element.ts'
import { enterTopLayer, leaveTopLayer } from '../element/top-layer.ts'
import { useIsomorphicLayoutEffect } from '../element/useIsomorphicLayoutEffect.ts'
import { useLatest } from '../element/useLatest.ts'
import { type Placement, placePopup } from './place-popup.ts'

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
    const place = ({ target }: Partial<Event> = {}) => {
      const isInside = target instanceof Node && element.contains(target)
      if (anchor.current && !isInside) placePopup(anchor.current, element, { side, align, fit })
    }
    const onToggle = (event: Event) => {
      if ((event as ToggleEvent).newState === 'closed') latestOnClose.current()
    }
    enterTopLayer(element)
    place()
    focused.current?.focus()
    element.addEventListener('toggle', onToggle)
    // A scroll inside a shadow root isn't seen outside of it.
    const tree = element.getRootNode()
    const listened = tree === document ? [window] : [window, tree]
    for (const target of listened) target.addEventListener('scroll', place, true)
    addEventListener('resize', place)
    // New rows above move the anchor without any event.
    let at = topOf(anchor)
    let frame = requestAnimationFrame(function follow() {
      if (at !== topOf(anchor)) place()
      at = topOf(anchor)
      frame = requestAnimationFrame(follow)
    })
    return () => {
      cancelAnimationFrame(frame)
      element.removeEventListener('toggle', onToggle)
      for (const target of listened) target.removeEventListener('scroll', place, true)
      removeEventListener('resize', place)
      // In its Strict Mode, React runs this effect twice. A popover that hides gives the focus away.
      const active = activeElement(element) as HTMLElement
      focused.current = element.contains(active) ? active : undefined
      leaveTopLayer(element)
    }
  }, [popup, open, anchor, side, align, fit])
}

const topOf = ({ current }: RefObject<Element | null>) => current?.getBoundingClientRect().top
