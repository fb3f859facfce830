import { useEffect, useId, useRef } from 'react'
import { dialogMessages } from '../../messages/dialog.ts'
import type { BoundaryFailure } from '../boundary/Boundary.tsx'
import { PartFailed } from '../boundary/PartFailed.tsx'
import { isComposing } from '../element/is-composing.ts'
import { enterTopLayer } from '../element/top-layer.ts'
import { IconButton } from '../icon-button/IconButton.tsx'
import { Portal } from '../roster-ui/Portal.tsx'
import { useMessages } from '../roster-ui/useMessages.ts'

interface ModalFailedProps {
  failure: BoundaryFailure
  onClose: () => void
}

/** Shown instead of a dialog or a sheet that failed to load or to render. It needs nothing that is loaded later. */
export function ModalFailed({ failure, onClose }: ModalFailedProps) {
  const t = useMessages(dialogMessages)
  const titleId = useId()
  const scrim = useRef<HTMLDivElement>(null)
  const close = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const opener = document.activeElement
    if (scrim.current) enterTopLayer(scrim.current)
    close.current?.focus()
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])
  return (
    <Portal>
      <div ref={scrim} popover="manual" className="roster-scrim" data-part="dialog">
        <div
          role="alertdialog"
          aria-labelledby={titleId}
          className="roster-dialog"
          data-size="narrow"
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || isComposing(event)) return
            event.preventDefault()
            onClose()
          }}
        >
          <div className="roster-dialog-head">
            <span className="roster-dialog-title" />
            <IconButton ref={close} size="small" icon="x" label={t.close} onClick={onClose} />
          </div>
          <PartFailed failure={failure} title={<span id={titleId}>{t.failed}</span>} />
        </div>
      </div>
    </Portal>
  )
}
