/**
 * Shows an element to screen readers although a host's own dialog hides the page around it. Returns a function that
 * undoes that, except where the host has undone its part.
 */
export function revealAncestors(element: Element): () => void {
  const ancestors: Element[] = []
  const revealed = new Set<Element>()
  for (let node = parentOf(element); node; node = parentOf(node)) ancestors.push(node)

  function reveal() {
    for (const ancestor of ancestors) {
      if (ancestor.getAttribute('aria-hidden') !== 'true') continue
      // Without the attribute, nothing would show that the host has removed it.
      ancestor.setAttribute('aria-hidden', 'false')
      revealed.add(ancestor)
    }
  }

  reveal()
  const observer = new MutationObserver(reveal)
  for (const ancestor of ancestors) observer.observe(ancestor, { attributeFilter: ['aria-hidden'] })
  return () => {
    observer.disconnect()
    for (const ancestor of revealed)
      if (ancestor.hasAttribute('aria-hidden')) ancestor.setAttribute('aria-hidden', 'true')
  }
}

function parentOf(node: Element): Element | null {
  const root = node.getRootNode()
  return node.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
}
