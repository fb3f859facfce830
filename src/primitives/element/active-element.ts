/**
 * Returns the focused element in the node's own tree. Inside a shadow root, `document.activeElement` is only the host.
 */
export function activeElement(node: Node): Element | null {
  return (node.getRootNode() as Document | ShadowRoot).activeElement
}
