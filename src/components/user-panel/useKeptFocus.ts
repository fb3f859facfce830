import { type RefObject, useRef } from 'react'
import { useIsomorphicLayoutEffect } from '../../primitives/data-table/useIsomorphicLayoutEffect.ts'
import { activeElement } from '../../primitives/parts/active-element.ts'

/** When `key` changes and the focus went with what is gone, the first match of `selector` has it. */
export function useKeptFocus(container: RefObject<HTMLElement | null>, key: unknown, selector: string): void {
  const known = useRef(key)
  useIsomorphicLayoutEffect(() => {
    if (known.current === key) return
    known.current = key
    const element = container.current
    const active = element && activeElement(element)
    if (!element || (active && active !== element.ownerDocument.body)) return
    element.querySelector<HTMLElement>(selector)?.focus()
  }, [container, key, selector])
}
