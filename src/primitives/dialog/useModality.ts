import type { RefObject } from 'react'
import { useIsomorphicLayoutEffect } from '../data-table/useIsomorphicLayoutEffect.ts'
import { inertOutside } from './inert-outside.ts'
import { lockScroll } from './lock-scroll.ts'

/**
 * While mounted: the layer is in the top layer, the rest of the page is inert and does not scroll. Afterwards the
 * focus goes back to where it was, or where `returnFocus` says.
 */
export function useModality(
  layer: RefObject<HTMLElement | null>,
  returnFocus: (() => HTMLElement | null) | undefined,
): void {
  useIsomorphicLayoutEffect(() => {
    const element = layer.current
    if (!element) return
    const opener = focused()
    if (!element.matches(':popover-open')) element.showPopover()
    const undoInert = inertOutside(element)
    const unlock = lockScroll()
    return () => {
      unlock()
      undoInert()
      const target = returnFocus?.() ?? opener
      if (target?.isConnected) target.focus()
    }
  }, [layer])
}

/** The focused element, looked for through shadow roots. */
function focused(): HTMLElement | null {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active instanceof HTMLElement ? active : null
}
