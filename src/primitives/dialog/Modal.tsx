import * as Radix from '@radix-ui/react-dialog'
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, type RefObject, useRef } from 'react'
import { classNames } from '../parts/class-names.ts'
import { mergeProps } from '../parts/merge-props.ts'
import { Portal } from '../roster-ui/Portal.tsx'
import { keepTabInside } from './keep-tab-inside.ts'
import { tabbables } from './tabbables.ts'
import { useModality } from './useModality.ts'

/** What every modal layer takes. */
export interface ModalProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** What has focus first. @default the first control that isn't the close button */
  initialFocus?: RefObject<HTMLElement | null>
  /** What has focus afterwards, where the opener is gone. @default the opener */
  returnFocus?: () => HTMLElement | null
}

interface ModalLayerProps extends ModalProps {
  /** The part's class. */
  part: string
  /** True if a sentence beside the title describes it. */
  described: boolean
  /** False keeps it open on a click outside. @default true */
  lightDismiss?: boolean
}

/** The ground of dialogs: scrim, inertness, Tab loop, Escape, focus there and back; in light and shadow DOM. */
export const Modal = forwardRef<HTMLDivElement, ModalLayerProps>(function Modal(
  { open, onOpenChange, ...rest },
  ref,
) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange} modal={false}>
      {open && (
        <Portal>
          <ModalLayer ref={ref} {...rest} />
        </Portal>
      )}
    </Radix.Root>
  )
})

const ModalLayer = forwardRef<HTMLDivElement, Omit<ModalLayerProps, 'open' | 'onOpenChange'>>(
  function ModalLayer(
    { part, described, lightDismiss = true, initialFocus, returnFocus, className, children, ...rest },
    ref,
  ) {
    const scrim = useRef<HTMLDivElement>(null)
    useModality(scrim, returnFocus)
    return (
      <div ref={scrim} popover="manual" className="roster-scrim" data-part={part}>
        <Radix.Content
          ref={ref}
          className={classNames(`roster-${part}`, className)}
          aria-modal="true"
          {...(described ? {} : { 'aria-describedby': undefined })}
          {...mergeProps(rest, { onKeyDown: keepTabInside })}
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            const dialog = event.currentTarget as HTMLElement
            const target = initialFocus?.current ?? firstStop(dialog) ?? dialog
            target.focus()
          }}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onEscapeKeyDown={(event) => {
            if (scrim.current?.querySelector('[popover=auto]:popover-open')) event.preventDefault()
          }}
          onFocusOutside={(event) => event.preventDefault()}
          onPointerDownOutside={(event) => {
            const path = event.detail.originalEvent.composedPath()
            if (!lightDismiss || path[0] !== scrim.current) event.preventDefault()
          }}
        >
          {children}
        </Radix.Content>
      </div>
    )
  },
)

const firstStop = (dialog: HTMLElement) =>
  tabbables(dialog).find((element) => !element.matches('.roster-dialog-close'))

/** The title of a modal layer, and its name. */
export function ModalTitle({ children }: { children: ReactNode }) {
  return <Radix.Title className="roster-dialog-title">{children}</Radix.Title>
}

/** The sentence under the title, which describes the layer. */
export function ModalText({ children }: { children: ReactNode }) {
  return <Radix.Description className="roster-dialog-text">{children}</Radix.Description>
}
