import { activeElement } from './active-element.ts'

/** Whether nothing near an element has the focus, as after the focused control was removed. */
export function isFocusLost(element: Element): boolean {
  const active = activeElement(element)
  return active === null || active === element.ownerDocument.body
}
