const holders = new WeakMap<Element, number>()

/**
 * Makes everything except an element inert, through shadow roots up to the body. Live regions, which are marked
 * `data-audible`, stay active. Returns a function that undoes it. Nested dialogs are counted, and what was inert before
 * stays inert.
 */
export function inertOutside(element: Element): () => void {
  const made: Element[] = []
  for (let node: Element | null = element; node && node !== document.body; node = parentOf(node)) {
    const siblings = (node.parentNode as ParentNode | null)?.children ?? []
    for (const sibling of siblings) {
      if (sibling === node || sibling.hasAttribute('data-audible')) continue
      const count = holders.get(sibling) ?? 0
      if (count === 0 && sibling.hasAttribute('inert')) continue
      holders.set(sibling, count + 1)
      sibling.setAttribute('inert', '')
      made.push(sibling)
    }
  }
  return () => {
    for (const sibling of made) {
      const count = (holders.get(sibling) ?? 1) - 1
      holders.set(sibling, count)
      if (count === 0) sibling.removeAttribute('inert')
    }
  }
}

function parentOf(node: Element): Element | null {
  const root = node.getRootNode()
  return node.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
}
