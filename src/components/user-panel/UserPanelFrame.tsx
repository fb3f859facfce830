import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  type RefObject,
  useId,
  useRef,
} from 'react'
import { Modal } from '../../primitives/dialog/Modal.tsx'
import { ModalTitle } from '../../primitives/dialog/ModalTitle.tsx'
import { classNames } from '../../primitives/element/class-names.ts'
import { isComposing } from '../../primitives/element/is-composing.ts'
import { mergeProps } from '../../primitives/element/merge-props.ts'
import { useMergedRef } from '../../primitives/element/useMergedRef.ts'
import { SheetGrip } from '../../primitives/sheet/SheetGrip.tsx'
import { BesidePanel } from './frame/BesidePanel.tsx'
import { navigationSteps, type UserPanelNavigation } from './frame/navigation.ts'
import { UserPanelBar } from './frame/UserPanelBar.tsx'
import type { UserPanelProps } from './user-panel-props.ts'

/** What the content of a panel needs from its frame. */
export interface UserPanelParts {
  panel: RefObject<HTMLElement | null>
  headingRef: RefObject<HTMLHeadingElement | null>
  /** Renders the heading around the name: a dialog's title, or a plain one. */
  heading: (name: ReactNode) => ReactElement
}

/** Props of {@link UserPanelFrame}. */
export interface UserPanelFrameProps
  extends Omit<ComponentPropsWithoutRef<'aside'>, 'title' | 'children'>,
    Pick<UserPanelProps, 'mode' | 'onClose' | 'navigation' | 'openFocus' | 'returnFocus'> {
  /** Called when Escape is pressed. */
  onDismiss: () => void
  /** Renders the content, which contains the heading. */
  children: (parts: UserPanelParts) => ReactElement
}

const nowhere: UserPanelNavigation = {}

/** The panel around a user, with its bar and *Close*. It stays when its content can't be shown. */
export const UserPanelFrame = forwardRef<HTMLElement, UserPanelFrameProps>(function UserPanelFrame(
  {
    mode = 'beside',
    onClose,
    onDismiss,
    navigation = nowhere,
    openFocus = 'heading',
    returnFocus,
    className,
    children,
    ...rest
  },
  ref,
) {
  const panel = useRef<HTMLElement>(null)
  const headingRef = useRef<HTMLHeadingElement>(null)
  const merged = useMergedRef(panel, ref)
  const titleId = useId()

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event)) return
    // Dialogs that the panel opens are elsewhere in the document and handle their own keys.
    if (event.defaultPrevented || !event.currentTarget.contains(event.target as Node)) return
    const { previous, next } = navigationSteps(navigation)
    const step = event.altKey ? { ArrowUp: previous, ArrowDown: next }[event.key] : undefined
    const isEscape = event.key === 'Escape' && mode === 'beside'
    if (!step && !isEscape) return
    event.preventDefault()
    if (step) void step()
    else onDismiss()
  }
  const bar = <UserPanelBar navigation={navigation} onClose={onClose} />

  if (mode === 'sheet')
    return (
      <Modal
        ref={merged}
        className={classNames('roster-user-panel', className)}
        data-mode="sheet"
        open
        onOpenChange={onDismiss}
        initialFocus={headingRef}
        returnFocus={returnFocus}
        {...mergeProps(rest, { onKeyDown })}
        part="sheet"
      >
        <SheetGrip />
        {bar}
        {children({
          panel,
          headingRef,
          heading: (name) => (
            <ModalTitle ref={headingRef} tabIndex={-1} className="roster-panel-name">
              {name}
            </ModalTitle>
          ),
        })}
      </Modal>
    )
  return (
    <BesidePanel
      ref={merged}
      className={classNames('roster-user-panel', className)}
      data-mode="beside"
      aria-labelledby={titleId}
      heading={headingRef}
      openFocus={openFocus}
      returnFocus={returnFocus}
      {...mergeProps(rest, { onKeyDown })}
    >
      {bar}
      {children({
        panel,
        headingRef,
        heading: (name) => (
          <h2 ref={headingRef} id={titleId} tabIndex={-1} className="roster-panel-name">
            {name}
          </h2>
        ),
      })}
    </BesidePanel>
  )
})
