import type { RefObject } from 'react'
import { isRendered } from '../element/is-rendered.ts'
import { observeSize } from '../element/observe-size.ts'
import { enterTopLayer } from '../element/top-layer.ts'
import { useIsomorphicLayoutEffect } from '../element/useIsomorphicLayoutEffect.ts'
import { inertOutside } from './inert-outside.ts'
import { keepAboveKeyboard } from './keep-above-keyboard.ts'
import { lockScroll } from './lock-scroll.ts'

/**
 * While mounted, the element is in the top layer, and the rest of the page is inert and doesn't scroll. Afterwards the
 * focus returns to where it was, or to the element from `returnFocus`.
 */
export function useModality(
  layer: RefObject<HTMLElement | null>,
  returnFocus: ((opener: HTMLElement | null) => HTMLElement | null) | undefined,
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
    const stopFitting = keepAboveKeyboard(element)
    return () => {
      stop()
      stopFitting()
      release?.()
      const target = returnFocus?.(opener) ?? opener
      if (target?.isConnected) target.focus()
    }
  }, [layer])
}

/** Makes the rest of the page inert and prevents it from scrolling. Returns a function that undoes it. */
function holdPage(element: Element): () => void {
  const undoInert = inertOutside(element)
  const unlock = lockScroll()
  return () => {
    unlock()
    undoInert()
  }
}

/** Returns the focused element, also inside shadow roots. */
function focused(): HTMLElement | null {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active instanceof HTMLElement ? active : null
}
