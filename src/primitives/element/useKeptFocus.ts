import { type RefObject, useRef } from 'react'
import { activeElement } from './active-element.ts'
import { isFocusLost } from './is-focus-lost.ts'
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.ts'

/** Moves the focus to `selector` when `key` changes and the focused control was removed or is no longer chosen. */
export function useKeptFocus(container: RefObject<HTMLElement | null>, key: unknown, selector: string): void {
  const known = useRef(key)
  useIsomorphicLayoutEffect(() => {
    if (known.current === key) return
    known.current = key
    const element = container.current
    if (!element) return
    const active = activeElement(element)
    const isStale = active?.matches('[type=radio]:not(:checked)') && element.contains(active)
    if (isFocusLost(element) || isStale) element.querySelector<HTMLElement>(selector)?.focus()
  }, [container, key, selector])
}
