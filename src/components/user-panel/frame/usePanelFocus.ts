import type { RefObject } from 'react'
import { activeElement } from '../../../primitives/element/active-element.ts'
import { useIsomorphicLayoutEffect } from '../../../primitives/element/useIsomorphicLayoutEffect.ts'
import { useLatest } from '../../../primitives/element/useLatest.ts'

interface UsePanelFocusOptions {
  panel: RefObject<HTMLElement | null>
  heading: RefObject<HTMLElement | null>
  /** Whether opening the panel moves the focus to its heading. */
  takes: boolean
  returnFocus: (() => HTMLElement | null) | undefined
}

/** Moves the focus of a panel that isn't modal: to its heading when it opens, and back when it closes with the focus inside. */
export function usePanelFocus(options: UsePanelFocusOptions): void {
  const latest = useLatest(options)
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
