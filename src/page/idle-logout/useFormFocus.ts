import { type FocusEvent, type RefObject, useRef } from 'react'
import { isFocusLost } from '../../primitives/element/is-focus-lost.ts'
import { useIsomorphicLayoutEffect } from '../../primitives/element/useIsomorphicLayoutEffect.ts'

/** A radio that isn't chosen any more isn't where the person was. */
const isPlace = (control: HTMLElement) =>
  control.isConnected && !control.matches('[type=radio]:not(:checked)')

/**
 * Gives the focus back to the control of a form that had it last, when the bar with the pressed button disappears. A
 * focus that has moved elsewhere stays. Returns a handler for the form.
 */
export function useFormFocus(
  form: RefObject<HTMLElement | null>,
  isUnsaved: boolean,
): (event: FocusEvent<HTMLElement>) => void {
  const wasUnsaved = useRef(isUnsaved)
  const last = useRef<HTMLElement>(undefined)
  useIsomorphicLayoutEffect(() => {
    const isOver = wasUnsaved.current && !isUnsaved
    wasUnsaved.current = isUnsaved
    const { current: element } = form
    if (!isOver || !element || !isFocusLost(element)) return
    const { current: before } = last
    const place = before && isPlace(before) ? before : element.querySelector<HTMLElement>('[role=switch]')
    place?.focus()
  }, [form, isUnsaved])
  return ({ target }) => {
    if (!target.closest('.roster-idle-dock')) last.current = target
  }
}
