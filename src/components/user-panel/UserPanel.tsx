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
import { loadedRows } from '../../base/list-state.ts'
import type { User } from '../../contract/users.ts'
import { Modal } from '../../primitives/dialog/Modal.tsx'
import { ModalTitle } from '../../primitives/dialog/ModalTitle.tsx'
import { classNames } from '../../primitives/element/class-names.ts'
import { mergeProps } from '../../primitives/element/merge-props.ts'
import { useMergedRef } from '../../primitives/element/useMergedRef.ts'
import { SheetGrip } from '../../primitives/sheet/SheetGrip.tsx'
import { type UserPanelActions, UserPanelFoot } from './foot/UserPanelFoot.tsx'
import { BesidePanel } from './frame/BesidePanel.tsx'
import { navigationSteps, type UserPanelNavigation } from './frame/navigation.ts'
import { UserPanelBar } from './frame/UserPanelBar.tsx'
import { useAnnouncedUser } from './frame/useAnnouncedUser.ts'
import { useRoleChoice } from './role/useRoleChoice.ts'
import { useKeptFocus } from './section/useKeptFocus.ts'
import { UserPanelBody, type UserPanelContent } from './UserPanelBody.tsx'
import { UserPanelHead } from './UserPanelHead.tsx'
import { UserPanelPlaceholder } from './UserPanelPlaceholder.tsx'

/** Props of {@link UserPanel}. Other props are passed to its element. */
export interface UserPanelProps
  extends Omit<ComponentPropsWithoutRef<'aside'>, 'children' | 'title'>,
    UserPanelContent,
    UserPanelActions {
  /** A landmark beside the table, or a modal sheet over a narrow page. @default 'beside' */
  mode?: 'beside' | 'sheet'
  /** What is known of the user, such as their row of the list. */
  user: User | null | undefined
  /** @default 'ready' with a user, 'loading' without */
  status?: 'loading' | 'ready' | 'error' | undefined
  /** Why the user couldn't be loaded. With the code `not_found` the panel says that they were deleted. */
  error?: Failure | null | undefined
  /** Loads the user again. Without it there is no *Try again*. */
  refetch?: (() => unknown) | undefined
  /** Called by *Close* and Escape. Without it there is no *Close*. */
  onClose?: (() => void) | undefined
  /** The users before and after in the list. Without it there are no buttons to them. */
  navigation?: UserPanelNavigation | undefined
  /** Where the focus goes when the panel opens beside the table. A sheet always takes it. @default 'heading' */
  openFocus?: 'heading' | 'stay'
  /** Returns the element that takes the focus when the panel closes. @default the opener */
  returnFocus?: () => HTMLElement | null
}

const nowhere: UserPanelNavigation = {}

/**
 * A user's role, teams and activity. Mount it to open it. Alt with the arrow keys opens the user before or after;
 * Escape drops a role that is chosen and not saved, and then closes the panel.
 */
export const UserPanel = forwardRef<HTMLElement, UserPanelProps>(function UserPanel(
  {
    mode = 'beside',
    user: known,
    status = known ? 'ready' : 'loading',
    error,
    refetch,
    onClose,
    navigation = nowhere,
    openFocus = 'heading',
    returnFocus,
    viewer,
    catalogue,
    roleChange,
    teamsChange,
    activity,
    sections,
    sessionsEnd,
    onDeleteUser,
    className,
    ...rest
  },
  ref,
) {
  const panel = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const merged = useMergedRef(panel, ref)
  const titleId = useId()
  const user = known ?? undefined
  const shown = error?.code === 'not_found' ? 'gone' : status
  const choice = useRoleChoice(user, loadedRows(catalogue?.roles), roleChange)
  const isViewer = user !== undefined && user.id === viewer?.id
  // Pressing *Try again* removes it.
  const failures = [catalogue?.roles, catalogue?.teams, activity].map((list) => list?.status === 'error')
  useKeptFocus(panel, `${user?.id} ${shown} ${failures}`, '.roster-panel-name')
  useAnnouncedUser(panel, user, navigation.position)

  const dismiss = () => {
    if (choice.roleId !== undefined && !roleChange?.conflict) choice.drop()
    else onClose?.()
  }
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
      <UserPanelHead user={user} isViewer={isViewer} isLoading={shown === 'loading'} heading={title} />
      <div className="roster-panel-body" aria-busy={shown === 'loading'}>
        {user && shown === 'ready' ? (
          <UserPanelBody
            key={user.id}
            user={user}
            choice={choice}
            viewer={viewer}
            catalogue={catalogue}
            roleChange={roleChange}
            teamsChange={teamsChange}
            activity={activity}
            sections={sections}
          />
        ) : (
          <UserPanelPlaceholder
            status={shown === 'ready' ? 'loading' : shown}
            user={user}
            error={error}
            refetch={refetch}
            onClose={onClose}
          />
        )}
      </div>
      {user && shown === 'ready' && (
        <UserPanelFoot
          key={user.id}
          user={user}
          isViewer={isViewer}
          sessionsEnd={sessionsEnd}
          onDeleteUser={onDeleteUser}
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
