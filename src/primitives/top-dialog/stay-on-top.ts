import { rootsAround } from './roots-around.ts'

const isOpening = (event: Event) => 'newState' in event && event.newState === 'open'

/**
 * Shows a dialog above everything, also above what is shown later, until the returned function is called. The browser
 * makes the rest of the page inert. Afterwards the focus is where it was.
 */
export function stayOnTop(dialog: HTMLDialogElement): () => void {
  const { ownerDocument: document } = dialog
  const roots = rootsAround(dialog)
  const isAround = (node: Node) => node.contains(dialog) || roots.some((root) => root === shadowOf(node))
  let before: HTMLElement | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Two dialogs of ours would overtake each other forever. */
  const isOurs = (target: EventTarget | null) =>
    target instanceof Element && target.closest('.roster-top-dialog') !== null

  function raise() {
    const focused = focusedIn(document)
    const isInside = focused !== undefined && dialog.contains(focused)
    if (!isInside) before = focused ?? before
    if (dialog.open) dialog.close()
    dialog.showModal()
    if (isInside) focused.focus()
  }

  function onToggle(event: Event) {
    const { target } = event
    const isAbove = target instanceof Element && target.matches('dialog, [popover]')
    if (isAbove && !isOurs(target) && isOpening(event)) raise()
  }

  function onFullScreen() {
    if (document.fullscreenElement) raise()
  }

  /** A modal dialog that is opened above takes the focus, in browsers without its `toggle` event too. */
  function onFocus({ target }: Event) {
    if (target instanceof Element && !isOurs(target) && !isAround(target)) raise()
  }

  /** A modal dialog that can't have the focus, such as a hidden one, takes it away without another event. */
  function onBlur({ target, relatedTarget }: FocusEvent) {
    if (relatedTarget) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (focusedIn(document) || document.hasFocus?.() === false) return
      if (target instanceof HTMLElement) target.focus()
      if (!focusedIn(document)) raise()
    })
  }

  /** Something other than this closed it. */
  function onClose() {
    if (!dialog.open && dialog.isConnected) raise()
  }

  dialog.setAttribute('closedby', 'none')
  raise()
  dialog.addEventListener('close', onClose)
  dialog.addEventListener('blur', onBlur, true)
  document.addEventListener('fullscreenchange', onFullScreen)
  for (const root of roots) {
    root.addEventListener('toggle', onToggle, true)
    root.addEventListener('focus', onFocus, true)
  }
  return () => {
    clearTimeout(timer)
    dialog.removeEventListener('close', onClose)
    dialog.removeEventListener('blur', onBlur, true)
    document.removeEventListener('fullscreenchange', onFullScreen)
    for (const root of roots) {
      root.removeEventListener('toggle', onToggle, true)
      root.removeEventListener('focus', onFocus, true)
    }
    dialog.close()
    before?.focus({ preventScroll: true })
  }
}

const shadowOf = (node: Node) => (node instanceof Element ? node.shadowRoot : null)

/** Returns what has the focus, also inside shadow roots and frames, which forget it while they are inert. */
function focusedIn({ activeElement }: DocumentOrShadowRoot): HTMLElement | undefined {
  if (!activeElement || activeElement.localName === 'body') return undefined
  const inside = activeElement.shadowRoot ?? frameIn(activeElement)
  return (inside && focusedIn(inside)) ?? (isFocusable(activeElement) ? activeElement : undefined)
}

const frameIn = (node: Element) => (node instanceof HTMLIFrameElement ? node.contentDocument : null)

/** Elements of a frame have other classes. */
const isFocusable = (element: Element): element is HTMLElement => 'focus' in element
