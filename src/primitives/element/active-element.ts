/** The focused element as the node's own tree sees it: inside a shadow root `document.activeElement` is the host. */
export function activeElement(node: Node): Element | null {
  return (node.getRootNode() as Document | ShadowRoot).activeElement
}
