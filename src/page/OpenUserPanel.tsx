import { type RefObject, useEffect, useRef } from 'react'
import type { SaveState } from '../components/user-panel/section/save-state.ts'
import { UserPanel, type UserPanelProps } from '../components/user-panel/UserPanel.tsx'
import type { Role } from '../contract/roles.ts'
import type { WholeListResult } from '../hooks/list-result.ts'
import { usePermissions } from '../hooks/usePermissions.ts'
import { useTeams } from '../hooks/useTeams.ts'
import { type EditableField, useUser } from '../hooks/useUser.ts'
import { useUserActivity } from '../hooks/useUserActivity.ts'
import type { UseUsersResult } from '../hooks/useUsers.ts'
import type { UseViewerResult } from '../hooks/useViewer.ts'
import type { DataTableActions } from '../primitives/data-table/useTableActions.ts'
import { activeElement } from '../primitives/element/active-element.ts'
import { useIsomorphicLayoutEffect } from '../primitives/element/useIsomorphicLayoutEffect.ts'

/** What the panel joins. */
export interface OpenUserPanelProps extends Pick<UserPanelProps, 'mode' | 'sections'> {
  userId: string
  /** The list that they were opened from. */
  users: UseUsersResult
  viewer: UseViewerResult
  roles: WholeListResult<Role>
  page: RefObject<HTMLElement | null>
  /** Takes the focus back when the panel closes; null while no rows are shown. */
  table: RefObject<DataTableActions | null>
  /** Opens another user, or none. */
  onUserIdChange: (id: string | undefined) => void
}

/** The open user: the hook's answers on one side, the panel's props on the other. */
export function OpenUserPanel(props: OpenUserPanelProps) {
  const { userId, users, viewer, roles, page, table, onUserIdChange, ...rest } = props
  const { status, user, error, refetch, role, teams, sessions } = useUser(userId)
  const allTeams = useTeams()
  const permissions = usePermissions()
  const activity = useUserActivity(userId)
  const { capabilities } = viewer
  const index = users.positionOf(userId)

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

  // The next one may have to be read: by then another may be open, or none.
  const open = useRef<string>(undefined)
  useEffect(() => {
    open.current = userId
    return () => {
      open.current = undefined
    }
  }, [userId])
  const walk = async (by: 1 | -1) => {
    const next = await users.step(userId, by)
    if (next && open.current === userId) onUserIdChange(next.id)
  }

  return (
    <UserPanel
      {...rest}
      user={user ?? undefined}
      status={status}
      error={error}
      onRetry={() => void refetch()}
      onClose={() => onUserIdChange(undefined)}
      returnFocus={returnFocus}
      position={index === null ? undefined : { index, total: users.total }}
      onPrevious={() => void walk(-1)}
      onNext={() => void walk(1)}
      viewer={viewer.viewer ?? undefined}
      roles={known(roles)}
      rolesFailure={failedLoad(roles)}
      teams={known(allTeams)}
      teamsFailure={failedLoad(allTeams)}
      permissions={known(permissions)}
      roleState={saveState(role)}
      onChangeRole={
        role.isSupported && roles.isSupported && capabilities.changeRole
          ? (id) => void role.change(id)
          : undefined
      }
      conflict={role.conflict}
      onKeepTheirs={role.keepTheirs}
      onApplyYours={() => void role.applyYours()}
      teamsState={saveState(teams)}
      onChangeTeams={
        teams.isSupported && allTeams.isSupported && capabilities.changeTeams
          ? (change) => void teams.change(change)
          : undefined
      }
      activity={
        activity.isSupported && capabilities.activity
          ? {
              status: activity.status,
              entries: activity.rows,
              error: activity.error,
              onRetry: () => void activity.refetch(),
            }
          : undefined
      }
      sessionsState={saveState(sessions)}
      onEndSessions={sessions.isSupported && capabilities.endSessions ? () => void sessions.end() : undefined}
    />
  )
}

const known = <Row,>({ status, rows }: WholeListResult<Row>) => (status === 'ready' ? rows : undefined)

const failedLoad = ({ status, error, refetch }: WholeListResult<unknown>) =>
  status === 'error' ? { error, onRetry: () => void refetch() } : undefined

const saveState = ({ status, error, retry, dismiss }: EditableField): SaveState => ({
  status,
  error,
  onRetry: () => void retry(),
  onDismiss: dismiss,
})
