import { type ComponentPropsWithoutRef, type RefObject, useEffect, useRef } from 'react'
import { isComposing } from '../element/is-composing.ts'
import { useLatest } from '../element/useLatest.ts'
import { useTopLayer } from '../popup/useTopLayer.ts'

interface TooltipSurfaceProps extends ComponentPropsWithoutRef<'span'> {
  open: boolean
  onClose: () => void
  anchor: RefObject<Element | null>
}

/** The text of a tooltip. A control that has nothing to explain doesn't render one, so that it costs nothing. */
export function TooltipSurface({ open, onClose, anchor, ...rest }: TooltipSurfaceProps) {
  const popover = useRef<HTMLSpanElement>(null)
  useTopLayer(popover, { open, onClose, anchor, side: 'bottom', align: 'start' })
  const latestOnClose = useLatest(onClose)

  // Runs before every layer, wherever the focus is, since Escape closes only one thing at a time.
  useEffect(() => {
    const page = anchor.current?.ownerDocument.defaultView
    if (!open || !page) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || isComposing(event)) return
      event.preventDefault()
      event.stopPropagation()
      latestOnClose.current()
    }
    page.addEventListener('keydown', onKeyDown, { capture: true })
    return () => page.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [open, anchor])

  return <span ref={popover} popover="manual" role="tooltip" className="roster-tooltip" {...rest} />
}
