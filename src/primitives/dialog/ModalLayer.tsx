import * as Radix from '@radix-ui/react-dialog'
import { forwardRef, type KeyboardEvent, useRef } from 'react'
import { classNames } from '../element/class-names.ts'
import { isComposing } from '../element/is-composing.ts'
import { mergeProps } from '../element/merge-props.ts'
import { tabbables } from '../element/tabbables.ts'
import { isInTopLayer } from '../element/top-layer.ts'
import { keepTabInside } from './keep-tab-inside.ts'
import { ModalParts } from './ModalParts.ts'
import type { ModalLayerProps } from './modal-props.ts'
import { useModality } from './useModality.ts'

const parts = { Title: Radix.Title, Description: Radix.Description }

/**
 * An open modal: its scrim and, on it, the dialog. Radix names and describes it, closes the topmost one on Escape and
 * on a click outside. Its modal mode is off, since it can't trap the focus in a shadow root: `useModality` and
 * `keepTabInside` do that.
 */
export const ModalLayer = forwardRef<HTMLDivElement, Omit<ModalLayerProps, 'open'>>(function ModalLayer(
  { part, onOpenChange, lightDismiss = true, initialFocus, returnFocus, className, children, ...rest },
  ref,
) {
  const scrim = useRef<HTMLDivElement>(null)
  const isScrimPressed = useRef(false)
  useModality(scrim, returnFocus)
  return (
    <Radix.Root open onOpenChange={onOpenChange} modal={false}>
      <div
        ref={scrim}
        popover="manual"
        className="roster-scrim"
        data-part={part}
        onKeyDownCapture={keepComposedTab}
        onPointerDown={(event) => {
          isScrimPressed.current = event.target === event.currentTarget
        }}
      >
        <Radix.Content
          ref={ref}
          className={classNames(`roster-${part}`, className)}
          aria-modal="true"
          {...mergeProps(rest, { onKeyDown: keepTabInside })}
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            const dialog = event.currentTarget as HTMLElement
            const target = initialFocus?.current ?? firstStop(dialog) ?? dialog
            target.focus()
          }}
          onEscapeKeyDown={(event) => {
            const isForInside = scrim.current !== null && hasUseForEscape(scrim.current)
            if (isForInside || isComposing(event)) event.preventDefault()
          }}
          onPointerDownOutside={(event) => {
            // A click on what a host or an extension shows above the page doesn't count as outside.
            if (!lightDismiss || !isScrimPressed.current) event.preventDefault()
            isScrimPressed.current = false
          }}
          onFocusOutside={(event) => event.preventDefault()}
        >
          <ModalParts.Provider value={parts}>{children}</ModalParts.Provider>
        </Radix.Content>
      </div>
    </Radix.Root>
  )
})

/** Radix moves the focus from the last control to the first one, even by a Tab that belongs to an input method. */
const keepComposedTab = (event: KeyboardEvent) => {
  if (event.key === 'Tab' && isComposing(event)) event.stopPropagation()
}

/** Whether something inside uses Escape: an open popup or list, or a search that it clears. */
const hasUseForEscape = (layer: HTMLElement) =>
  [...layer.querySelectorAll<HTMLElement>('[popover=auto]')].some(isInTopLayer) ||
  layer.querySelector('[data-closes-by-escape]:focus-within') !== null ||
  Boolean(layer.querySelector<HTMLInputElement>('search input:focus')?.value)

const firstStop = (dialog: HTMLElement) =>
  tabbables(dialog).find((element) => !element.matches('.roster-dialog-close'))
