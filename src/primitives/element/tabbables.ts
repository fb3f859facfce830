import { isRendered } from './is-rendered.ts'

const selector =
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [contenteditable]'

/** Returns the elements inside an element that can have the focus, in order: also those that only arrow keys reach. */
export const controlsIn = (container: Element): HTMLElement[] =>
  [...container.querySelectorAll<HTMLElement>(selector)].filter(
    (element) => !element.matches(':disabled, [role=option]') && isRendered(element),
  )

/** Returns the elements that Tab reaches inside an element, in order. */
export const tabbables = (container: Element): HTMLElement[] =>
  controlsIn(container).filter((element) => element.tabIndex >= 0 && isReachableRadio(element))

/** In a group of radios Tab reaches the checked one, or any if none is checked. */
function isReachableRadio(element: HTMLElement): boolean {
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio' || element.checked || !element.name)
    return true
  const root = element.getRootNode() as Document | ShadowRoot
  const checked = [...root.querySelectorAll<HTMLInputElement>('input[type=radio]:checked')]
  return !checked.some(({ name }) => name === element.name)
}
