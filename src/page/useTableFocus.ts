import { type RefObject, useEffect, useRef } from 'react'
import type { DataTableActions } from '../primitives/data-table/useTableActions.ts'
import { activeElement } from '../primitives/element/active-element.ts'

/**
 * Keeps the focus on the page when the control that had it goes away with what it belonged to: *Try again* with its
 * error, *Clear search and filters* with the empty list. The first row takes it, or the tab's panel when there is none.
 */
export function useTableFocus(
  page: RefObject<HTMLElement | null>,
  table: RefObject<DataTableActions | null>,
): void {
  const last = useRef<Element>(null)
  // Not a layout effect: the page's element is attached after those of its content.
  useEffect(() => {
    const element = page.current
    if (!element) return
    const remember = (event: FocusEvent) => {
      last.current = event.target instanceof Element ? event.target : null
    }
    // An element that is taken out loses the focus just before: then it is not connected any more a moment later.
    const forget = () =>
      queueMicrotask(() => {
        if (last.current?.isConnected && activeElement(element) !== last.current) last.current = null
      })
    element.addEventListener('focusin', remember)
    element.addEventListener('focusout', forget)
    return () => {
      element.removeEventListener('focusin', remember)
      element.removeEventListener('focusout', forget)
    }
  }, [page])

  useEffect(() => {
    const element = page.current
    if (!element || !last.current || last.current.isConnected) return
    const active = activeElement(element)
    if (active !== null && active !== element.ownerDocument.body) return
    last.current = null
    const panel = element.querySelector<HTMLElement>('[role=tabpanel]')
    panel?.focus({ preventScroll: true })
    // A table that has just come draws its rows when it knows its height.
    requestAnimationFrame(() => {
      if (activeElement(element) === panel) table.current?.focusFirstRow()
    })
  })
}
