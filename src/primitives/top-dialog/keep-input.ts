import { isComposing } from '../element/is-composing.ts'

const kept = [
  'keydown',
  'keypress',
  'keyup',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'touchstart',
  'touchend',
  'focusin',
  'focusout',
  'dblclick',
  'auxclick',
  'contextmenu',
  'wheel',
  'copy',
  'cut',
  'paste',
  'dragenter',
  'dragover',
  'drop',
]

/** The browser would load a file that is dropped where nobody accepts it. */
const loading = /^(drag|drop)/

/**
 * Keeps input from the page beneath a dialog: its shortcuts don't run, and what closes on Escape or on a press outside
 * stays as it is. A held key presses nothing. Returns a function that stops this.
 */
export function keepInput({ ownerDocument: { defaultView: window } }: HTMLDialogElement): () => void {
  function keep(event: Event) {
    event.stopPropagation()
    if (loading.test(event.type)) event.preventDefault()
    if (!(event instanceof KeyboardEvent) || isComposing(event)) return
    if (event.repeat || event.key === 'Escape') event.preventDefault()
  }

  for (const type of kept) window?.addEventListener(type, keep, { capture: true })
  return () => {
    for (const type of kept) window?.removeEventListener(type, keep, { capture: true })
  }
}
