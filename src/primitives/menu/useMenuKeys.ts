import type { KeyboardEvent } from 'react'
import { isLetter } from '../composite/is-letter.ts'
import { moveFocus } from '../composite/move-focus.ts'
import { useTypeahead } from '../composite/useTypeahead.ts'
import { activeElement } from '../element/active-element.ts'
import { isComposing } from '../element/is-composing.ts'
import { isRefused } from '../refusal/is-refused.ts'
import { menuItems } from './menu-items.ts'

/** The keys of an open menu: arrows, Home, End and letters move, Tab closes. */
export function useMenuKeys(close: () => void): (event: KeyboardEvent<HTMLElement>) => void {
  const typeahead = useTypeahead()
  return (event) => {
    // The surface handles Escape. No other key of a menu reaches what is around it.
    if (event.key !== 'Escape') event.stopPropagation()
    if (isComposing(event)) return
    if (event.key === 'Tab') return close()
    const menu = event.currentTarget
    const items = menuItems(menu)
    if (isLetter(event)) {
      const named = items.map((item) => ({
        label: item.textContent ?? '',
        reason: isRefused(item) ? 'refused' : undefined,
      }))
      const found = typeahead.find(event.key, named, items.indexOf(activeElement(menu) as HTMLElement))
      if (found === undefined) return
      event.preventDefault()
      items[found]?.focus()
    } else {
      typeahead.reset()
      moveFocus(event, items, { axis: 'vertical', wraps: true })
    }
  }
}
