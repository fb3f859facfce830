import { type RefObject, useEffect, useRef } from 'react'
import type { DataTableActions } from '../primitives/data-table/useTableActions.ts'
import { activeElement } from '../primitives/element/active-element.ts'
import { isFocusLost } from '../primitives/element/is-focus-lost.ts'
import { isRendered } from '../primitives/element/is-rendered.ts'
import { useLatest } from '../primitives/element/useLatest.ts'

/**
 * Keeps the focus on the page when the focused control is removed or hidden, such as *Try again* with its error, *Clear*
 * with the bar of a selection, or a filter when the page becomes narrow. The first row gets the focus, or the tab's panel
 * if there is no row.
 */
export function useTableFocus(
  page: RefObject<HTMLElement | null>,
  table: RefObject<DataTableActions | null>,
): void {
  const last = useRef<Element>(null)
  const wasOnPage = useRef(false)
  const recover = useLatest(() => {
    const element = page.current
    const lost = last.current
    if (!element || !lost || !isGone(lost) || !isFocusLost(element)) return
    // An open panel keeps the focus itself.
    if (!wasOnPage.current && element.querySelector('.roster-panel-name')) return
    last.current = null
    const tabPanel = element.querySelector<HTMLElement>('[role=tabpanel]:not([hidden])')
    tabPanel?.focus({ preventScroll: true })
    // A table that was just mounted renders its rows once it knows its height.
    requestAnimationFrame(() => {
      if (activeElement(element) === tabPanel) table.current?.focusFirstRow()
    })
  })

  // Not a layout effect: the page's element is attached after those of its content.
  useEffect(() => {
    const element = page.current
    if (!element) return
    const remember = (event: FocusEvent) => {
      last.current = event.target instanceof Element ? event.target : null
      wasOnPage.current = isOnPage(event.target)
    }
    // An element that is removed loses the focus just before. A moment later it isn't connected any more.
    const forget = ({ target }: FocusEvent) => {
      queueMicrotask(() => {
        if (last.current && !isGone(last.current) && activeElement(element) !== last.current)
          last.current = null
      })
      // The page doesn't always render then.
      if (isOnPage(target)) requestAnimationFrame(() => recover.current())
    }
    element.addEventListener('focusin', remember)
    element.addEventListener('focusout', forget)
    return () => {
      element.removeEventListener('focusin', remember)
      element.removeEventListener('focusout', forget)
    }
  }, [page])

  useEffect(() => recover.current())
}

const isOnPage = (target: EventTarget | null) =>
  target instanceof Element && target.closest('.roster-page') !== null

/** Whether an element was removed, or is on the page and hidden. What a closed popup held isn't missed. */
const isGone = (element: Element) =>
  !element.isConnected || (!isRendered(element) && isOnPage(element) && element.closest('[popover]') === null)
