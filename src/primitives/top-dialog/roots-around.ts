/** Returns the shadow roots that contain an element, from the inside out, and its document. */
export function rootsAround(element: Element): (Document | ShadowRoot)[] {
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? [root, ...rootsAround(root.host)] : [element.ownerDocument]
}
