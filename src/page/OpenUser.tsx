import { type RefObject, useRef } from 'react'
import { isUnreadable } from '../base/row-source.ts'
import { UserPanelFailed } from '../components/user-panel/UserPanelFailed.tsx'
import { UserPanelFrame } from '../components/user-panel/UserPanelFrame.tsx'
import { UserPanelOutline } from '../components/user-panel/UserPanelOutline.tsx'
import { UserPanelSkeleton } from '../components/user-panel/UserPanelSkeleton.tsx'
import type { UserPanelProps } from '../components/user-panel/user-panel-props.ts'
import type { User } from '../contract/users.ts'
import type { UsersListResult } from '../hooks/useUsersList.ts'
import { Boundary } from '../primitives/boundary/Boundary.tsx'
import type { DataTableActions } from '../primitives/data-table/useTableActions.ts'
import { useKeptFocus } from '../primitives/element/useKeptFocus.ts'
import { useLater } from '../primitives/later/useLater.ts'
import { useListNavigation } from './list/useListNavigation.ts'
import { useReturnFocus } from './list/useReturnFocus.ts'
import type { OpenUserPanelProps } from './OpenUserPanel.tsx'
import { openUserPanel } from './open-user-panel.ts'

interface OpenUserProps
  extends Pick<
    OpenUserPanelProps,
    'userId' | 'viewer' | 'roles' | 'sections' | 'onBulkRequest' | 'onOvertakenChange'
  > {
  mode: UserPanelProps['mode']
  /** The list that the user was opened from. */
  users: UsersListResult
  /** Whether its rows belong to an earlier query. */
  isLate: boolean
  page: RefObject<HTMLElement | null>
  /** Takes the focus back when the panel closes; null while no rows are shown. */
  table: RefObject<DataTableActions | null>
  /** Opens another user, or closes the panel. */
  onUserIdChange: (id: string | undefined) => void
}

/** The panel of the open user. Its frame renders immediately, and its content loads later. */
export function OpenUser({ mode, users, isLate, page, table, onUserIdChange, ...inside }: OpenUserProps) {
  const { userId } = inside
  const onClose = () => onUserIdChange(undefined)
  const dismiss = useRef(onClose)
  const listed = listedUser(users, userId)
  const navigation = useListNavigation(users, userId, { isLate, open: onUserIdChange })

  const returnFocus = useReturnFocus(userId, page, table)

  return (
    <UserPanelFrame
      mode={mode}
      onClose={onClose}
      onDismiss={() => dismiss.current()}
      navigation={navigation}
      returnFocus={returnFocus}
    >
      {(parts) => (
        <Boundary
          name="panel"
          resetKey={userId}
          fallback={(failure) => (
            <>
              <UserPanelOutline user={listed} isLoading={false} heading={parts.heading} />
              <UserPanelFailed failure={failure} user={listed} heading={parts.headingRef} />
            </>
          )}
        >
          <LaterPanel {...inside} {...{ listed, navigation, onClose, dismiss, parts }} />
        </Boundary>
      )}
    </UserPanelFrame>
  )
}

function LaterPanel({ listed, ...props }: OpenUserPanelProps & { listed: User | undefined }) {
  const Panel = useLater(openUserPanel)
  const { panel, heading } = props.parts
  useKeptFocus(panel, Panel !== undefined, '.roster-panel-name')
  if (Panel) return <Panel {...props} />
  return (
    <>
      <UserPanelOutline user={listed} isLoading heading={heading} />
      <UserPanelSkeleton />
    </>
  )
}

function listedUser({ positionOf, source }: UsersListResult, id: string): User | undefined {
  const position = positionOf(id)
  const row = position === null ? undefined : source.at(position)
  return row && row.id === id && !isUnreadable(row) ? row : undefined
}
