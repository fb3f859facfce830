import type { KeyboardEvent } from 'react'
import { activeElement } from '../element/active-element.ts'
import { isComposing } from '../element/is-composing.ts'
import { tabbables } from '../element/tabbables.ts'

/** Moves Tab from the last element to the first, and back. It also works inside a shadow root. */
export function keepTabInside(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Tab' || isComposing(event) || event.altKey || event.ctrlKey || event.metaKey) return
  const dialog = event.currentTarget
  const stops = tabbables(dialog)
  const active = activeElement(dialog)
  const [first, last] = [stops[0], stops.at(-1)]
  const target =
    active === (event.shiftKey ? first : last) || active === dialog || !last
      ? event.shiftKey
        ? last
        : first
      : undefined
  if (!target && last) return
  event.preventDefault()
  target?.focus()
}
