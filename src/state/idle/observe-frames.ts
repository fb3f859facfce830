import type { IdleEngine } from './idle-engine.ts'

/**
 * Listens for activity in the frames of a document, including frames that are added later or are inside other frames.
 * Frames of another origin can't be seen: they need the bridge.
 */
export function observeFrames(
  engine: Pick<IdleEngine, 'observe'>,
  document: Document,
  onOuterBlur = () => {},
): () => void {
  const observed = new Map<EventTarget, () => void>()
  const { defaultView } = document

  function attach(frame: EventTarget | null) {
    if (!frame || !('contentDocument' in frame)) return
    observed.get(frame)?.()
    observed.delete(frame)
    const { contentDocument: inner } = frame as HTMLIFrameElement
    if (!inner?.defaultView) return
    const removals = [engine.observe(inner.defaultView), observeFrames(engine, inner, onBlur)]
    observed.set(frame, () => {
      for (const remove of removals) remove()
    })
  }

  const onLoad = ({ target }: Event) => attach(target)
  // The `load` event of a frame inside a shadow root isn't visible from outside, but the focus is. It may come from
  // another frame.
  function onBlur() {
    attach(focused(document))
    onOuterBlur()
  }
  for (const frame of document.querySelectorAll('iframe, frame, object')) attach(frame)
  document.addEventListener('load', onLoad, true)
  defaultView?.addEventListener('blur', onBlur)
  return () => {
    document.removeEventListener('load', onLoad, true)
    defaultView?.removeEventListener('blur', onBlur)
    for (const remove of observed.values()) remove()
  }
}

function focused({ activeElement }: Document): Element | null {
  let active = activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active
}
