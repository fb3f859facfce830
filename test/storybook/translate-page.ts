const untouched = 'font, script, style, title, textarea, option'

/** Wraps a text as the page translators of browsers do. */
function wrap(text: Text): void {
  if (text.data.trim() === '' || text.parentElement === null || text.parentElement.closest(untouched)) return
  const outer = document.createElement('font')
  const inner = document.createElement('font')
  text.replaceWith(outer)
  outer.append(inner)
  inner.append(text)
}

function wrapAll(root: Node): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  texts.forEach(wrap)
}

/**
 * Replaces each text of the page, and each that appears later, by `<font>` elements around it.
 * Returns a function that stops.
 */
export function translatePage(): () => void {
  const observer = new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      if (target instanceof Text) wrap(target)
      for (const node of addedNodes) {
        if (node instanceof Text) wrap(node)
        else wrapAll(node)
      }
    }
  })
  wrapAll(document.body)
  observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  return () => observer.disconnect()
}
