const keys = [
  'Enter',
  'Escape',
  ' ',
  'Tab',
  'ArrowDown',
  'ArrowUp',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageDown',
  'PageUp',
  'Backspace',
  'Delete',
  'a',
  '/',
]

/** Keys as browsers report them while an input method composes. The last one is the key that ends it in Safari. */
const compositions: readonly KeyboardEventInit[] = [
  { isComposing: true, keyCode: 229 },
  { isComposing: true },
  { keyCode: 229 },
]

const focusable = 'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]'

/** Presses keys of an input method on one control of each kind, and returns those that did something. */
export async function pressesThatAct(page: Element): Promise<string[]> {
  const acted = new Set<string>()
  let pressed: string | undefined
  // React renders what a key changes in a microtask.
  const observer = new MutationObserver(() => {
    if (pressed) acted.add(pressed)
  })
  observer.observe(page, { subtree: true, childList: true, characterData: true, attributes: true })
  for (const control of controlsIn(page)) {
    control.focus()
    // What the focus itself does, such as showing a tooltip, isn't the work of a key.
    await new Promise((resolve) => setTimeout(resolve))
    const focused = deepFocus()
    const shown = control.outerHTML.slice(0, 160)
    for (const key of keys) {
      pressed = `${key} on ${shown}`
      // Our modals refuse Escape by preventing it, which an input method doesn't notice.
      const isPrevented = compositions.map((composition) => press(control, key, composition)).includes(true)
      if (isPrevented && key !== 'Escape') acted.add(pressed)
      await Promise.resolve()
      await Promise.resolve()
      if (deepFocus() !== focused) acted.add(pressed)
      pressed = undefined
    }
  }
  observer.disconnect()
  return [...acted]
}

/** Presses and releases a key. Returns true if its default was prevented. */
function press(control: Element, key: string, composition: KeyboardEventInit): boolean {
  const results = ['keydown', 'keyup'].map((type) =>
    control.dispatchEvent(
      new KeyboardEvent(type, { key, ...composition, bubbles: true, cancelable: true, composed: true }),
    ),
  )
  return results.includes(false)
}

/** The controls that can take the focus, one of each kind in each list, shadow roots included. */
function controlsIn(page: Element): HTMLElement[] {
  const seen = new Set<string>()
  return focusablesIn(page).filter((control) => {
    const { tagName, className, parentElement } = control
    const kind = [tagName, className, control.getAttribute('role'), control.getAttribute('type')]
    // The first and the last one of a dialog hand the focus on.
    const place = [parentElement?.className, parentElement?.lastElementChild === control]
    const key = [...kind, ...place].join()
    if (seen.has(key) || control.closest('[inert]') || !control.checkVisibility({ visibilityProperty: true }))
      return false
    seen.add(key)
    return true
  })
}

const focusablesIn = (root: ParentNode): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
    ...(element.matches(focusable) ? [element] : []),
    ...(element.shadowRoot ? focusablesIn(element.shadowRoot) : []),
  ])

function deepFocus(): Element | null {
  let focused = document.activeElement
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
  return focused
}
