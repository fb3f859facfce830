import { type RefObject, useEffect, useRef } from 'react'
import type { SaveState } from '../components/user-panel/save-state.ts'
import { UserPanel, type UserPanelProps } from '../components/user-panel/UserPanel.tsx'
import type { Role } from '../contract/roles.ts'
import type { WholeListResult } from '../hooks/list-result.ts'
import { usePermissions } from '../hooks/usePermissions.ts'
import { useTeams } from '../hooks/useTeams.ts'
import { type EditableField, useUser } from '../hooks/useUser.ts'
import { useUserActivity } from '../hooks/useUserActivity.ts'
import type { UseUsersResult } from '../hooks/useUsers.ts'
import type { UseViewerResult } from '../hooks/useViewer.ts'
import { useIsomorphicLayoutEffect } from '../primitives/element/useIsomorphicLayoutEffect.ts'

/** What the panel joins. */
export interface OpenUserPanelProps extends Pick<UserPanelProps, 'mode' | 'sections'> {
  userId: string
  /** The list that they were opened from. */
  users: UseUsersResult
  viewer: UseViewerResult
  roles: WholeListResult<Role>
  /** Holds the table, which gets the focus back. */
  page: RefObject<HTMLElement | null>
  /** Opens another user, or none. */
  onUserIdChange: (id: string | undefined) => void
}

/** The open user: the hook's answers on one side, the panel's props on the other. */
export function OpenUserPanel(props: OpenUserPanelProps) {
  const { userId, users, viewer, roles, page, onUserIdChange, ...rest } = props
  const { status, user, error, refetch, role, teams, sessions } = useUser(userId)
  const allTeams = useTeams()
  const permissions = usePermissions()
  const activity = useUserActivity(userId)
  const { capabilities } = viewer
  const index = users.positionOf(userId)

  // The row of whom is open takes the focus back; by then it is not marked any more. Out of sight it is not drawn.
  const row = useRef<HTMLElement | null>(null)
  useIsomorphicLayoutEffect(() => {
    row.current = page.current?.querySelector<HTMLElement>('[data-open] [data-primary]') ?? null
  })

  const anyRow = () => page.current?.querySelector<HTMLElement>('[data-primary]') ?? null

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
      returnFocus={() => (row.current?.isConnected ? row.current : anyRow())}
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
