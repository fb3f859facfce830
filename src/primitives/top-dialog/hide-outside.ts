const cover = '.roster-top-dialog[data-cover]'
const rules = `*:not(${cover}, ${cover} *) { visibility: hidden !important }`

/**
 * Hides everything outside a cover, also on paper and where something is shown above it later. Returns a function that
 * shows it again.
 */
export function hideOutside(dialog: HTMLDialogElement): () => void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(rules)
  const roots = rootsIn(dialog.ownerDocument)
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  return () => {
    for (const root of roots)
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet)
  }
}

/** Modal dialogs don't inherit `visibility` from the host of their shadow root, so each root has the rules. */
const rootsIn = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
  root,
  ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? rootsIn(shadowRoot) : [])),
]
