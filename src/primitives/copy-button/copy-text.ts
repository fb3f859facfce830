/** Copies a text. Resolves to false if the browser refuses. */
export async function copyText(text: string, near: Element): Promise<boolean> {
  try {
    // Missing on pages without TLS. It rejects without permission, or while the page has no focus.
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text, near)
  }
}

/** Copies without the Clipboard API: selects the text in a field beside the control, and copies the selection. */
function copyBySelection(text: string, near: Element): boolean {
  const { ownerDocument } = near
  const field = ownerDocument.createElement('textarea')
  field.value = text
  field.readOnly = true
  field.setAttribute('aria-hidden', 'true')
  Object.assign(field.style, { position: 'fixed', opacity: '0' })
  near.after(field)
  field.select()
  try {
    return ownerDocument.execCommand('copy')
  } catch {
    return false
  } finally {
    field.remove()
    if (near instanceof HTMLElement) near.focus()
  }
}
