import type { RefObject } from 'react'
import { isRendered } from '../element/is-rendered.ts'
import { observeSize } from '../element/observe-size.ts'
import { enterTopLayer } from '../element/top-layer.ts'
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
    enterTopLayer(element)
    let release: (() => void) | undefined
    // A hidden layer, as in a closed tab of the host, doesn't make the page inert.
    const hold = () => {
      if (isRendered(element)) release ??= holdPage(element)
      else release = void release?.()
    }
    hold()
    const stop = observeSize([element], hold)
    return () => {
      stop()
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
