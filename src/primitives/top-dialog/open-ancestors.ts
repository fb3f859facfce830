import { isHeldInert } from '../dialog/inert-outside.ts'

const names = ['inert', 'aria-hidden']

/**
 * Takes away what hides an element that is in the top layer: a host's own dialog makes the page around it inert. Returns
 * a function that puts it back.
 */
export function openAncestors(element: Element): () => void {
  const ancestors: Element[] = []
  const taken: { from: Element; name: string; value: string }[] = []
  for (let node = parentOf(element); node; node = parentOf(node)) ancestors.push(node)

  function open() {
    for (const from of ancestors)
      for (const name of names) {
        const value = from.getAttribute(name)
        if (value === null || (name === 'aria-hidden' && value !== 'true')) continue
        taken.push({ from, name, value })
        from.removeAttribute(name)
      }
  }

  open()
  const observer = new MutationObserver(open)
  for (const ancestor of ancestors) observer.observe(ancestor, { attributeFilter: names })
  return () => {
    observer.disconnect()
    for (const { from, name, value } of taken)
      if (name !== 'inert' || isHeldInert(from) !== false) from.setAttribute(name, value)
  }
}

function parentOf(node: Element): Element | null {
  const root = node.getRootNode()
  return node.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
}
