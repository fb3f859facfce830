import type { ReactNode } from 'react'
import type { Failure } from '../../base/failure.ts'
import type { User } from '../../contract/users.ts'
import { usersTableMessages } from '../../messages/users-table.ts'
import { Boundary } from '../../primitives/boundary/Boundary.tsx'
import { useKeptFocus } from '../../primitives/element/useKeptFocus.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { userName } from '../wording/user-name.ts'
import type { UserPanelNavigation } from './frame/navigation.ts'
import { useAnnouncedRow } from './frame/useAnnouncedRow.ts'
import { UserPanelFailed } from './UserPanelFailed.tsx'
import type { UserPanelParts } from './UserPanelFrame.tsx'
import { UserPanelHead } from './UserPanelHead.tsx'
import { UserPanelPlaceholder } from './UserPanelPlaceholder.tsx'

/** Props of {@link ShownUser}. */
export interface ShownUserProps {
  parts: UserPanelParts
  user: User | undefined
  isViewer: boolean
  status: 'loading' | 'ready' | 'error' | 'gone'
  error: Failure | null | undefined
  refetch: (() => unknown) | undefined
  onClose: (() => void) | undefined
  position: UserPanelNavigation['position']
  /** When it changes, a focus that was lost returns to the heading. */
  focusKey: string
  /** The details of a user who is ready. */
  children: ReactNode
}

/** The head of a user and, below it, their details, or why they aren't shown. */
export function ShownUser(props: ShownUserProps) {
  const { parts, user, isViewer, status, error, refetch, onClose, position, focusKey, children } = props
  const { panel, heading, headingRef } = parts
  useKeptFocus(panel, `${user?.id} ${status} ${focusKey}`, '.roster-panel-name')
  const users = useMessages(usersTableMessages)
  useAnnouncedRow(panel, user && { id: user.id, name: userName(user, users) }, position)
  return (
    <>
      <UserPanelHead user={user} isViewer={isViewer} isLoading={status === 'loading'} heading={heading} />
      {user && status === 'ready' ? (
        <Boundary
          name="panel"
          resetKey={user.id}
          fallback={(failure) => <UserPanelFailed failure={failure} user={user} heading={headingRef} />}
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
}
