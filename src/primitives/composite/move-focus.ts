import type { KeyboardEvent } from 'react'
import { activeElement } from '../element/active-element.ts'
import { isComposing } from '../element/is-composing.ts'
import { type Movement, nextIndex } from './next-index.ts'

/** Moves the focus among the items of a composite, such as a menu or a row of tabs; returns the item it moved to. */
export function moveFocus(
  event: KeyboardEvent<HTMLElement>,
  items: readonly HTMLElement[],
  movement: Movement,
): HTMLElement | undefined {
  if (isComposing(event) || event.altKey || event.ctrlKey || event.metaKey) return undefined
  const at = items.indexOf(activeElement(event.currentTarget) as HTMLElement)
  const index = nextIndex(event.key, at, items.length, movement)
  const item = index === undefined ? undefined : items[index]
  if (!item) return undefined
  event.preventDefault()
  item.focus()
  return item
}

/** The axis of a row of items, by the direction of its text. */
export const rowAxis = (row: Element): 'ltr' | 'rtl' =>
  getComputedStyle(row).direction === 'rtl' ? 'rtl' : 'ltr'
