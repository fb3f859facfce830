import { type RefObject, useRef } from 'react'
import { UserPanelFrame } from '../components/user-panel/UserPanelFrame.tsx'
import type { UserPanelProps } from '../components/user-panel/user-panel-props.ts'
import { useUserPanel } from '../components/user-panel/useUserPanel.ts'
import type { Role } from '../contract/roles.ts'
import type { WholeListResult } from '../hooks/list-result.ts'
import { usePermissions } from '../hooks/usePermissions.ts'
import { useTeams } from '../hooks/useTeams.ts'
import { useUser } from '../hooks/useUser.ts'
import { useUserActivity } from '../hooks/useUserActivity.ts'
import type { UsersListResult } from '../hooks/useUsersList.ts'
import type { UseViewerResult } from '../hooks/useViewer.ts'
import type { DataTableActions } from '../primitives/data-table/useTableActions.ts'
import { activeElement } from '../primitives/element/active-element.ts'
import { useIsomorphicLayoutEffect } from '../primitives/element/useIsomorphicLayoutEffect.ts'
import { LaterDetails } from './LaterDetails.tsx'
import { useUserNavigation } from './useUserNavigation.ts'

/** What the panel is made of. */
export interface OpenUserPanelProps extends Pick<UserPanelProps, 'mode' | 'sections'> {
  userId: string
  /** The list that the user was opened from. */
  users: UsersListResult
  viewer: UseViewerResult
  roles: WholeListResult<Role>
  page: RefObject<HTMLElement | null>
  /** Takes the focus back when the panel closes; null while no rows are shown. */
  table: RefObject<DataTableActions | null>
  /** Opens another user, or none. */
  onUserIdChange: (id: string | undefined) => void
}

/** The open user: what the hooks return is what the panel takes. The frame is there at once, the details load later. */
export function OpenUserPanel(props: OpenUserPanelProps) {
  const { userId, users, viewer, roles, page, table, onUserIdChange, ...rest } = props
  const { user, status, error, refetch, roleChange, teamsChange, sessionsEnd } = useUser(userId)

  // A sheet keeps the first function that it is given, so the id is read when the panel closes.
  const lastOpen = useRef(userId)
  useIsomorphicLayoutEffect(() => {
    lastOpen.current = userId
  })
  const returnFocus = () => {
    const isDone = table.current?.focusRow(lastOpen.current) || table.current?.focusFirstRow()
    const focused = isDone && page.current && activeElement(page.current)
    return focused instanceof HTMLElement ? focused : null
  }

  const { frame, details } = useUserPanel({
    ...rest,
    user,
    status,
    error,
    refetch,
    onClose: () => onUserIdChange(undefined),
    returnFocus,
    navigation: useUserNavigation(users, userId, onUserIdChange),
    viewer: viewer.viewer,
    catalogue: { roles, teams: useTeams(), permissions: usePermissions() },
    roleChange,
    teamsChange,
    sessionsEnd,
    activity: useUserActivity(userId),
  })
  return <UserPanelFrame {...frame}>{details && <LaterDetails {...details} />}</UserPanelFrame>
}
