/**
 * Shows a dialog above everything, also above what is shown later, until the returned function is called. The browser
 * makes the rest of the page inert, and gives the focus back afterwards.
 */
export function stayOnTop(dialog: HTMLDialogElement, { isCover }: { isCover: boolean }): () => void {
  const { ownerDocument: document } = dialog

  function raise() {
    const focused = dialog.querySelector<HTMLElement>(':focus')
    if (dialog.open) dialog.close()
    dialog.showModal()
    focused?.focus()
  }

  const isInside = (target: EventTarget | null) => target instanceof Node && dialog.contains(target)

  function onToggle(event: Event) {
    if (!isInside(event.target) && 'newState' in event && event.newState === 'open') raise()
  }

  function onFullScreen() {
    if (!document.fullscreenElement) return
    if (isCover) void document.exitFullscreen().catch(() => {})
    raise()
  }

  // Another modal dialog that is opened above takes the focus.
  function onFocus({ target }: Event) {
    if (
      target instanceof Element &&
      !isInside(target) &&
      !target.matches(':is(html, body)') &&
      !isAround(target)
    )
      raise()
  }

  // Seen from outside, the focus inside a shadow root is at its host.
  const isAround = (target: Element) =>
    target.contains(dialog) || target.shadowRoot?.contains(dialog) === true

  // Pressing Escape twice closes a dialog, whatever it says.
  const onClose = () => {
    if (!dialog.open && dialog.isConnected) raise()
  }

  dialog.setAttribute('closedby', 'none')
  raise()
  onFullScreen()
  dialog.addEventListener('close', onClose)
  document.addEventListener('toggle', onToggle, true)
  document.addEventListener('fullscreenchange', onFullScreen)
  document.addEventListener('focusin', onFocus)
  return () => {
    dialog.removeEventListener('close', onClose)
    document.removeEventListener('toggle', onToggle, true)
    document.removeEventListener('fullscreenchange', onFullScreen)
    document.removeEventListener('focusin', onFocus)
    dialog.close()
  }
}
