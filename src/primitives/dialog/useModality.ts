import type { RefObject } from 'react'
import { useIsomorphicLayoutEffect } from '../element/useIsomorphicLayoutEffect.ts'
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
    let release: (() => void) | undefined
    // A layer that nobody sees, as in a closed tab of the host's, holds nothing.
    const hold = () => {
      if (element.checkVisibility()) release ??= holdPage(element)
      else release = void release?.()
    }
    hold()
    const observer = new ResizeObserver(hold)
    observer.observe(element)
    return () => {
      observer.disconnect()
      release?.()
      const target = returnFocus?.() ?? opener
      if (target?.isConnected) target.focus()
    }
  }, [layer])
}

/** Makes the rest of the page inert and still. Returns the undoing. */
function holdPage(element: Element): () => void {
  const undoInert = inertOutside(element)
  const unlock = lockScroll()
  return () => {
    unlock()
    undoInert()
  }
}

/** The focused element, looked for through shadow roots. */
function focused(): HTMLElement | null {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active instanceof HTMLElement ? active : null
}
