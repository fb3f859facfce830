import { type RefObject, useRef } from 'react'
import { activeElement } from '../../../primitives/element/active-element.ts'
import { useIsomorphicLayoutEffect } from '../../../primitives/element/useIsomorphicLayoutEffect.ts'

/** Moves the focus to `selector` when `key` changes and the focused control is gone or no longer chosen. */
export function useKeptFocus(container: RefObject<HTMLElement | null>, key: unknown, selector: string): void {
  const known = useRef(key)
  useIsomorphicLayoutEffect(() => {
    if (known.current === key) return
    known.current = key
    const element = container.current
    if (!element) return
    const active = activeElement(element)
    const isLost = active === null || active === element.ownerDocument.body
    const isStale = active?.matches('[type=radio]:not(:checked)') && element.contains(active)
    if (isLost || isStale) element.querySelector<HTMLElement>(selector)?.focus()
  }, [container, key, selector])
}
