import type { KeyboardEvent } from 'react'
import { isComposing } from '../../element/is-composing.ts'

/** Pixels by which browsers scroll for an arrow key. */
const arrow = 40

/**
 * Scrolls the rows at once for a key that is pressed in the heads of their table. Browsers would let them glide
 * on, out of sight of a row that Tab reaches in the meantime.
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
  // What has reached its end leaves the key to the page around the table.
  if (scroll.scrollTop !== before) event.preventDefault()
}
