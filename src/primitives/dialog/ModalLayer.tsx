import * as Radix from '@radix-ui/react-dialog'
import { forwardRef, useRef } from 'react'
import { classNames } from '../element/class-names.ts'
import { mergeProps } from '../element/merge-props.ts'
import { keepTabInside } from './keep-tab-inside.ts'
import type { ModalProps } from './Modal.tsx'
import { tabbables } from './tabbables.ts'
import { useLightDismiss } from './useLightDismiss.ts'
import { useModality } from './useModality.ts'

/** What a kind of modal layer says of itself. */
export interface ModalLayerProps extends ModalProps {
  /** The part's class, without its prefix. */
  part: 'dialog' | 'sheet'
  /** True if a sentence beside the title describes it. */
  described: boolean
  /** False keeps it open on a click outside. @default true */
  lightDismiss?: boolean
}

/** The layer while it is open: its scrim and, on it, the dialog. */
export const ModalLayer = forwardRef<HTMLDivElement, Omit<ModalLayerProps, 'open'>>(function ModalLayer(
  {
    part,
    described,
    onOpenChange,
    lightDismiss = true,
    initialFocus,
    returnFocus,
    className,
    children,
    ...rest
  },
  ref,
) {
  const scrim = useRef<HTMLDivElement>(null)
  useModality(scrim, returnFocus)
  useLightDismiss(scrim, lightDismiss ? () => onOpenChange(false) : undefined)
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
          if (scrim.current && hasUseForEscape(scrim.current)) event.preventDefault()
        }}
        onFocusOutside={(event) => event.preventDefault()}
        onPointerDownOutside={(event) => event.preventDefault()}
      >
        {children}
      </Radix.Content>
    </div>
  )
})

/** A menu that it closes, or a search that it empties. */
const hasUseForEscape = (layer: HTMLElement) =>
  layer.querySelector('[popover=auto]:popover-open') !== null ||
  Boolean(layer.querySelector<HTMLInputElement>('.roster-search-input:focus')?.value)

const firstStop = (dialog: HTMLElement) =>
  tabbables(dialog).find((element) => !element.matches('.roster-dialog-close'))
