import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type KeyboardEvent,
  type ReactNode,
  useId,
  useRef,
} from 'react'
import type { Failure } from '../../base/failure.ts'
import type { User } from '../../contract/users.ts'
import { Modal } from '../../primitives/dialog/Modal.tsx'
import { ModalTitle } from '../../primitives/dialog/ModalTitle.tsx'
import { classNames } from '../../primitives/element/class-names.ts'
import { mergeProps } from '../../primitives/element/merge-props.ts'
import { useMergedRef } from '../../primitives/element/useMergedRef.ts'
import { type UserPanelActions, UserPanelFoot } from './foot/UserPanelFoot.tsx'
import { BesidePanel } from './frame/BesidePanel.tsx'
import { type WalkOptions, walkOf } from './frame/navigation.ts'
import { UserPanelBar } from './frame/UserPanelBar.tsx'
import { useAnnouncedUser } from './frame/useAnnouncedUser.ts'
import { useRoleChoice } from './role/useRoleChoice.ts'
import { idle } from './section/save-state.ts'
import { useKeptFocus } from './section/useKeptFocus.ts'
import { UserPanelBody, type UserPanelContent } from './UserPanelBody.tsx'
import { UserPanelHead } from './UserPanelHead.tsx'
import { UserPanelPlaceholder } from './UserPanelPlaceholder.tsx'

/** One user: what is shown of them, and what the person intends. The rest of the props go to the element. */
export interface UserPanelProps
  extends Omit<ComponentPropsWithoutRef<'aside'>, 'children' | 'title'>,
    UserPanelContent,
    UserPanelActions,
    WalkOptions {
  /** A landmark beside the table, or a modal sheet over a narrow page. @default 'beside' */
  mode?: 'beside' | 'sheet'
  /** Whatever is known already, such as the row that was opened. */
  user: User | null | undefined
  /** @default 'ready' with a user, else 'loading' */
  status?: 'loading' | 'ready' | 'error' | undefined
  /** Why the user could not be read; `not_found` says that they were deleted, whatever is known of them. */
  error?: Failure | null | undefined
  onRetry?: (() => void) | undefined
  /** Without it there is no cross, and Escape does nothing. */
  onClose?: (() => void) | undefined
  /** What has the focus when it opens beside the table; a sheet always takes it. @default 'heading' */
  openFocus?: 'heading' | 'stay'
  /** What has the focus afterwards, where the opener is not the place. @default the opener */
  returnFocus?: () => HTMLElement | null
}

/**
 * A user's role, teams and activity. Alt with the arrows walks the list; Escape drops a role that is chosen and not
 * saved, then closes. Mount it to open it.
 */
export const UserPanel = forwardRef<HTMLElement, UserPanelProps>(function UserPanel(
  {
    mode = 'beside',
    user: known,
    status = known ? 'ready' : 'loading',
    error,
    onRetry,
    onClose,
    openFocus = 'heading',
    returnFocus,
    position,
    onPrevious,
    onNext,
    viewer,
    roles,
    rolesFailure,
    teams,
    teamsFailure,
    permissions,
    roleState = idle,
    onChangeRole,
    conflict,
    onKeepTheirs,
    onApplyYours,
    teamsState,
    onChangeTeams,
    activity,
    sections,
    sessionsState,
    onEndSessions,
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
  const walk = walkOf({ position, onPrevious, onNext })
  const user = known ?? undefined
  const shown = error?.code === 'not_found' ? 'gone' : status
  const choice = useRoleChoice(user, roles, roleState)
  const isViewer = user !== undefined && user.id === viewer?.id
  // *Try again* goes when it is pressed.
  const failures = [rolesFailure, teamsFailure, activity?.status === 'error'].map(Boolean)
  useKeptFocus(panel, `${user?.id} ${shown} ${failures}`, '.roster-panel-name')
  useAnnouncedUser(panel, user, position)

  const dismiss = () => {
    if (choice.roleId !== undefined && !conflict) choice.drop()
    else onClose?.()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // Dialogs that the panel opens stand elsewhere in the document, and have keys of their own.
    if (event.defaultPrevented || !event.currentTarget.contains(event.target as Node)) return
    const step = event.altKey ? { ArrowUp: walk.previous, ArrowDown: walk.next }[event.key] : undefined
    const isEscape = event.key === 'Escape' && mode === 'beside'
    if (!step && !isEscape) return
    event.preventDefault()
    if (step) step()
    else dismiss()
  }

  const content = (title: (name: ReactNode) => ReactNode) => (
    <>
      <UserPanelBar walk={walk} onClose={onClose} />
      <UserPanelHead user={user} isViewer={isViewer} isLoading={shown === 'loading'} heading={title} />
      <div className="roster-panel-body" aria-busy={shown === 'loading'}>
        {user && shown === 'ready' ? (
          <UserPanelBody
            key={user.id}
            user={user}
            choice={choice}
            viewer={viewer}
            roles={roles}
            rolesFailure={rolesFailure}
            teams={teams}
            teamsFailure={teamsFailure}
            permissions={permissions}
            roleState={roleState}
            onChangeRole={onChangeRole}
            conflict={conflict}
            onKeepTheirs={onKeepTheirs}
            onApplyYours={onApplyYours}
            teamsState={teamsState}
            onChangeTeams={onChangeTeams}
            activity={activity}
            sections={sections}
          />
        ) : (
          <UserPanelPlaceholder
            status={shown === 'ready' ? 'loading' : shown}
            user={user}
            error={error}
            onRetry={onRetry}
            onClose={onClose}
          />
        )}
      </div>
      {user && shown === 'ready' && (
        <UserPanelFoot
          key={user.id}
          user={user}
          isViewer={isViewer}
          sessionsState={sessionsState}
          onEndSessions={onEndSessions}
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
        described={false}
        open
        onOpenChange={dismiss}
        initialFocus={heading}
        returnFocus={returnFocus}
        {...mergeProps(rest, { onKeyDown })}
        part="sheet"
      >
        <span className="roster-sheet-grip" aria-hidden="true" />
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
