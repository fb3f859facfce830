import { type RefObject, useEffect } from 'react'
import { isComposing } from '../../primitives/element/is-composing.ts'

const typedInto =
  'input, textarea, select, [contenteditable], [role="menu"], [role="listbox"], [role="dialog"]'

/**
 * Focuses the field when `/` is pressed anywhere on the page, unless it is typed into another field or this field can't
 * be focused.
 */
export function useSearchShortcut(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isComposing(event)) return
      const input = field.current
      if (event.key !== '/' || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey)
        return
      const [target] = event.composedPath()
      if (target instanceof Element) {
        if (target.closest(typedInto)) return
        // Of several lists on a page, the one that is used is searched.
        const around = target.closest(':has(search input)')
        if (around && input && !around.contains(input)) return
      }
      if (!input || input.closest('[inert]') || input.getClientRects().length === 0) return
      event.preventDefault()
      input.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [field])
}
