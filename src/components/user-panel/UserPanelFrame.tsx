import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useId,
  useRef,
} from 'react'
import type { Failure } from '../../base/failure.ts'
import type { User } from '../../contract/users.ts'
import { Boundary } from '../../primitives/boundary/Boundary.tsx'
import { Modal } from '../../primitives/dialog/Modal.tsx'
import { ModalTitle } from '../../primitives/dialog/ModalTitle.tsx'
import { classNames } from '../../primitives/element/class-names.ts'
import { mergeProps } from '../../primitives/element/merge-props.ts'
import { useMergedRef } from '../../primitives/element/useMergedRef.ts'
import { SheetGrip } from '../../primitives/sheet/SheetGrip.tsx'
import { BesidePanel } from './frame/BesidePanel.tsx'
import { navigationSteps, type UserPanelNavigation } from './frame/navigation.ts'
import { UserPanelBar } from './frame/UserPanelBar.tsx'
import { useAnnouncedUser } from './frame/useAnnouncedUser.ts'
import { useKeptFocus } from './section/useKeptFocus.ts'
import { UserPanelFailed } from './UserPanelFailed.tsx'
import { UserPanelHead } from './UserPanelHead.tsx'
import { UserPanelPlaceholder } from './UserPanelPlaceholder.tsx'
import type { UserPanelProps } from './user-panel-props.ts'

/** Props of {@link UserPanelFrame}. */
export interface UserPanelFrameProps
  extends Omit<ComponentPropsWithoutRef<'aside'>, 'title'>,
    Pick<UserPanelProps, 'mode' | 'refetch' | 'onClose' | 'navigation' | 'openFocus' | 'returnFocus'> {
  user: User | undefined
  isViewer: boolean
  status: 'loading' | 'ready' | 'error' | 'gone'
  error: Failure | null | undefined
  /** Called by Escape. */
  dismiss: () => void
  /** When it changes, a focus that was lost returns to the heading. */
  focusKey: string
  /** The details of a user who is ready. */
  children: ReactNode
}

const nowhere: UserPanelNavigation = {}

/** The panel around the details of a user: bar, heading and *Close*. They stay when the details can't be shown. */
export const UserPanelFrame = forwardRef<HTMLElement, UserPanelFrameProps>(function UserPanelFrame(
  {
    mode = 'beside',
    user,
    isViewer,
    status,
    error,
    refetch,
    onClose,
    dismiss,
    navigation = nowhere,
    openFocus = 'heading',
    returnFocus,
    focusKey,
    className,
    children,
    ...rest
  },
  ref,
) {
  const panel = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const merged = useMergedRef(panel, ref)
  const titleId = useId()
  useKeptFocus(panel, `${user?.id} ${status} ${focusKey}`, '.roster-panel-name')
  useAnnouncedUser(panel, user, navigation.position)

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // Dialogs that the panel opens are elsewhere in the document and handle their own keys.
    if (event.defaultPrevented || !event.currentTarget.contains(event.target as Node)) return
    const { previous, next } = navigationSteps(navigation)
    const step = event.altKey ? { ArrowUp: previous, ArrowDown: next }[event.key] : undefined
    const isEscape = event.key === 'Escape' && mode === 'beside'
    if (!step && !isEscape) return
    event.preventDefault()
    if (step) void step()
    else dismiss()
  }

  const content = (title: (name: ReactNode) => ReactElement) => (
    <>
      <UserPanelBar navigation={navigation} onClose={onClose} />
      <UserPanelHead user={user} isViewer={isViewer} isLoading={status === 'loading'} heading={title} />
      {user && status === 'ready' ? (
        <Boundary
          name="panel"
          resetKey={user.id}
          fallback={(failure) => <UserPanelFailed failure={failure} user={user} heading={heading} />}
        >
          {children}
        </Boundary>
      ) : (
        <UserPanelPlaceholder
          status={status === 'ready' ? 'loading' : status}
          user={user}
          error={error}
          refetch={refetch}
          onClose={onClose}
        />
      )}
    </>
  )

  if (mode === 'sheet')
    return (
      <Modal
        ref={merged}
        className={classNames('roster-user-panel', className)}
        data-mode="sheet"
        open
        onOpenChange={dismiss}
        initialFocus={heading}
        returnFocus={returnFocus}
        {...mergeProps(rest, { onKeyDown })}
        part="sheet"
      >
        <SheetGrip />
        {content((text) => (
          <ModalTitle ref={heading} tabIndex={-1} className="roster-panel-name">
            {text}
          </ModalTitle>
        ))}
      </Modal>
    )
  return (
    <BesidePanel
      ref={merged}
      className={classNames('roster-user-panel', className)}
      data-mode="beside"
      aria-labelledby={titleId}
      heading={heading}
      openFocus={openFocus}
      returnFocus={returnFocus}
      {...mergeProps(rest, { onKeyDown })}
    >
      {content((text) => (
        <h2 ref={heading} id={titleId} tabIndex={-1} className="roster-panel-name">
          {text}
        </h2>
      ))}
    </BesidePanel>
  )
})
