import { type RefObject, useEffect, useRef } from 'react'
import type { DataTableActions } from '../primitives/data-table/useTableActions.ts'
import { activeElement } from '../primitives/element/active-element.ts'

/**
 * Keeps the focus on the page when the focused control is removed, such as *Try again* with its error or *Clear search
 * and filters* with the empty list. The first row gets the focus, or the tab's panel if there is no row.
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
    // An element that is removed loses the focus just before. A moment later it isn't connected any more.
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
    const panel = element.querySelector<HTMLElement>('[role=tabpanel]:not([hidden])')
    panel?.focus({ preventScroll: true })
    // A table that was just mounted renders its rows once it knows its height.
    requestAnimationFrame(() => {
      if (activeElement(element) === panel) table.current?.focusFirstRow()
    })
  })
}
