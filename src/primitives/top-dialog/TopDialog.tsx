import { type ComponentPropsWithoutRef, type ForwardedRef, forwardRef, type RefObject, useRef } from 'react'
import { classNames } from '../element/class-names.ts'
import { mergeProps } from '../element/merge-props.ts'
import { useIsomorphicLayoutEffect } from '../element/useIsomorphicLayoutEffect.ts'
import { useMergedRef } from '../element/useMergedRef.ts'
import { Portal } from '../roster-ui/Portal.tsx'
import { openAncestors } from './open-ancestors.ts'
import { stayOnTop } from './stay-on-top.ts'

/** Props of {@link TopDialog}. */
export interface TopDialogProps extends ComponentPropsWithoutRef<'dialog'> {
  /** What gets the focus. @default the first button */
  initialFocus?: RefObject<HTMLElement | null> | undefined
  /** Hides the whole page, and leaves a full screen. @default false */
  isCover?: boolean
}

/**
 * An alert dialog that works over anything a host can show: a native modal dialog, a popover, a full screen. Neither
 * Escape nor a click outside closes it, and a held key presses nothing in it.
 */
export const TopDialog = forwardRef<HTMLDialogElement, TopDialogProps>(function TopDialog(props, ref) {
  return (
    <Portal>
      <OpenDialog {...props} forwardedRef={ref} />
    </Portal>
  )
})

interface OpenDialogProps extends TopDialogProps {
  forwardedRef: ForwardedRef<HTMLDialogElement>
}

/** The element. It is mounted when the portal has a place for it, and opens then. */
function OpenDialog({
  forwardedRef,
  initialFocus,
  isCover = false,
  className,
  children,
  ...rest
}: OpenDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const ref = useMergedRef(dialog, forwardedRef)
  useIsomorphicLayoutEffect(() => {
    const { current } = dialog
    if (!current) return
    const removals = [openAncestors(current), stayOnTop(current, { isCover })]
    initialFocus?.current?.focus()
    return () => {
      for (const remove of removals) remove()
    }
  }, [initialFocus, isCover])

  return (
    <dialog
      ref={ref}
      role="alertdialog"
      aria-modal="true"
      className={classNames('roster-top-dialog', className)}
      data-cover={isCover ? '' : undefined}
      {...mergeProps(rest, {
        onCancel: (event: { preventDefault(): void }) => event.preventDefault(),
        onKeyDown: (event: { repeat: boolean; preventDefault(): void }) => {
          if (event.repeat) event.preventDefault()
        },
      })}
    >
      {children}
    </dialog>
  )
}
