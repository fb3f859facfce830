import {
  type ComponentPropsWithoutRef,
  type ForwardedRef,
  forwardRef,
  type RefObject,
  type SyntheticEvent,
  useRef,
} from 'react'
import { classNames } from '../element/class-names.ts'
import { mergeProps } from '../element/merge-props.ts'
import { useIsomorphicLayoutEffect } from '../element/useIsomorphicLayoutEffect.ts'
import { useMergedRef } from '../element/useMergedRef.ts'
import { Portal } from '../roster-ui/Portal.tsx'
import { hideOutside } from './hide-outside.ts'
import { keepInput } from './keep-input.ts'
import { leaveFullScreen } from './leave-full-screen.ts'
import { revealAncestors } from './reveal-ancestors.ts'
import { stayOnTop } from './stay-on-top.ts'

/** Props of {@link TopDialog}. */
export interface TopDialogProps extends ComponentPropsWithoutRef<'dialog'> {
  /** What gets the focus. @default the first button */
  initialFocus?: RefObject<HTMLElement | null> | undefined
  /** Hides the whole page. @default false */
  isCover?: boolean
  /** Leaves a full screen and a floating video. @default false */
  leavesFullScreen?: boolean
}

/**
 * An alert dialog that works over anything a host can show: a native modal dialog, a popover, a full screen. Neither
 * Escape nor a click outside closes it, a held key presses nothing in it, and the page beneath receives no input.
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
  leavesFullScreen = false,
  className,
  children,
  ...rest
}: OpenDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const ref = useMergedRef(dialog, forwardedRef)
  useIsomorphicLayoutEffect(() => {
    const { current } = dialog
    if (!current) return
    const removals = [revealAncestors(current), keepInput(current), stayOnTop(current)]
    initialFocus?.current?.focus()
    // What gets the focus back must be visible by then.
    if (isCover) removals.unshift(hideOutside(current))
    if (leavesFullScreen) removals.push(leaveFullScreen(current))
    return () => {
      for (const remove of removals) remove()
    }
  }, [initialFocus, isCover, leavesFullScreen])

  return (
    <dialog
      ref={ref}
      role="alertdialog"
      aria-modal="true"
      className={classNames('roster-top-dialog', className)}
      data-cover={isCover ? '' : undefined}
      {...mergeProps(rest, {
        onCancel: (event: SyntheticEvent) => event.preventDefault(),
        // What closes on a click outside stays as it is.
        onClick: (event: SyntheticEvent) => event.stopPropagation(),
      })}
    >
      {children}
    </dialog>
  )
}
