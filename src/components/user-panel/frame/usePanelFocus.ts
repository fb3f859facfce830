import { type RefObject, useRef } from 'react'
import { activeElement } from '../../../primitives/element/active-element.ts'
import { useIsomorphicLayoutEffect } from '../../../primitives/element/useIsomorphicLayoutEffect.ts'

interface UsePanelFocusOptions {
  panel: RefObject<HTMLElement | null>
  heading: RefObject<HTMLElement | null>
  /** Whether the panel takes the focus when it opens. */
  takes: boolean
  returnFocus: (() => HTMLElement | null) | undefined
}

/** Focus of a panel that is not modal: to its heading when it opens, back when it closes, if it still has it. */
export function usePanelFocus(options: UsePanelFocusOptions): void {
  const latest = useRef(options)
  useIsomorphicLayoutEffect(() => {
    latest.current = options
  })
  useIsomorphicLayoutEffect(() => {
    const { panel, heading, takes } = latest.current
    const element = panel.current
    if (!element) return
    const opener = activeElement(element)
    if (takes) heading.current?.focus({ preventScroll: true })
    return () => {
      if (!element.contains(activeElement(element))) return
      const target = latest.current.returnFocus?.() ?? opener
      if (target instanceof HTMLElement && target.isConnected) target.focus()
    }
  }, [])
}
