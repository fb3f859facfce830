/** Browsers without popovers show the element where it is in the document. */
const hasTopLayer = (element: HTMLElement) => typeof element.showPopover === 'function'

/** Returns true while an element with the `popover` attribute is in the top layer. */
export const isInTopLayer = (element: HTMLElement): boolean =>
  hasTopLayer(element) && element.matches(':popover-open')

/** Puts an element with the `popover` attribute into the top layer. */
export function enterTopLayer(element: HTMLElement): void {
  if (hasTopLayer(element) && !isInTopLayer(element)) element.showPopover()
}

/** Removes an element from the top layer. */
export function leaveTopLayer(element: HTMLElement): void {
  if (element.isConnected && isInTopLayer(element)) element.hidePopover()
}
