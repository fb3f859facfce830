import type { KeyboardEvent } from 'react'
import { isComposing } from '../../element/is-composing.ts'

/** Pixels by which browsers scroll for an arrow key. */
const arrow = 40

/**
 * Scrolls the rows without animation for a key that is pressed in the table's headings. With the browser's smooth
 * scrolling, a row that Tab reaches in the meantime could move out of sight.
 */
export function scrollByKey(event: KeyboardEvent<HTMLElement>): void {
  const scroll = event.currentTarget.parentElement
  if (!scroll || !(event.target as Element).closest('thead')) return
  if (isComposing(event) || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return
  const page = scroll.clientHeight - arrow
  const way = {
    ArrowDown: arrow,
    ArrowUp: -arrow,
    PageDown: page,
    PageUp: -page,
    Home: -scroll.scrollTop,
    End: scroll.scrollHeight,
  }[event.key]
  const before = scroll.scrollTop
  if (way !== undefined) scroll.scrollTop = before + way
  // At its end the table leaves the key to the surrounding page.
  if (scroll.scrollTop !== before) event.preventDefault()
}
