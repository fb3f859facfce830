/** Returns true if an element is rendered and not hidden. Without `checkVisibility`, every connected one counts. */
export const isRendered = (element: Element): boolean =>
  typeof element.checkVisibility === 'function'
    ? element.checkVisibility({ visibilityProperty: true })
    : element.isConnected
