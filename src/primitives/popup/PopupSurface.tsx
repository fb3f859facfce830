import { type ComponentPropsWithoutRef, forwardRef, type KeyboardEvent } from 'react'
import { classNames } from '../element/class-names.ts'
import { isComposing } from '../element/is-composing.ts'
import { mergeProps } from '../element/merge-props.ts'
import { useMergedRef } from '../element/useMergedRef.ts'
import type { Popup } from './usePopup.ts'
import { useTopLayer } from './useTopLayer.ts'

interface PopupSurfaceProps extends ComponentPropsWithoutRef<'div'> {
  /** Its name for screen readers. */
  label: string
  popup: Popup
}

/**
 * The surface that a popup opens; Escape closes it, and nothing around it. It isn't in the document while it is closed:
 * a table has one in each row.
 */
export const PopupSurface = forwardRef<HTMLDivElement, PopupSurfaceProps>(function PopupSurface(props, ref) {
  return props.popup.isOpen && <OpenSurface ref={ref} {...props} />
})

const OpenSurface = forwardRef<HTMLDivElement, PopupSurfaceProps>(function OpenSurface(
  { label, popup, className, ...rest },
  ref,
) {
  const { ref: surface, id, role, onEscape, layer } = popup.surface
  useTopLayer(surface, layer)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isComposing(event)) return
    event.preventDefault()
    event.stopPropagation()
    onEscape()
  }
  return (
    <div
      ref={useMergedRef(surface, ref)}
      id={id}
      popover="auto"
      role={role}
      className={classNames('roster-popover', className)}
      {...mergeProps(rest, { 'aria-label': label, onKeyDown })}
    />
  )
})
