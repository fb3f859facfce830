import { type RefObject, useEffect } from 'react'
import type { UserPanelNavigation } from '../components/user-panel/frame/navigation.ts'
import { ShownUser } from '../components/user-panel/ShownUser.tsx'
import { UserPanelDetails } from '../components/user-panel/UserPanelDetails.tsx'
import type { UserPanelParts } from '../components/user-panel/UserPanelFrame.tsx'
import type { UserPanelProps } from '../components/user-panel/user-panel-props.ts'
import { useUserPanel } from '../components/user-panel/useUserPanel.ts'
import type { Role } from '../contract/roles.ts'
import type { WholeListResult } from '../hooks/list-result.ts'
import { usePermissions } from '../hooks/usePermissions.ts'
import { useTeams } from '../hooks/useTeams.ts'
import { useUser } from '../hooks/useUser.ts'
import { useUserActivity } from '../hooks/useUserActivity.ts'
import type { UseViewerResult } from '../hooks/useViewer.ts'
import { useIsomorphicLayoutEffect } from '../primitives/element/useIsomorphicLayoutEffect.ts'
import type { BulkRequest } from './bulk/bulk-request.ts'

/** What is inside the panel of an open user. */
export interface OpenUserPanelProps extends Pick<UserPanelProps, 'sections'> {
  userId: string
  viewer: UseViewerResult
  roles: WholeListResult<Role>
  navigation: UserPanelNavigation
  onClose: () => void
  /** Receives the handler of Escape, which first drops a role that is chosen but not saved. */
  dismiss: RefObject<() => void>
  parts: UserPanelParts
  /** Called when someone else changes the role while another one is chosen but not saved, and when that ends. */
  onOvertakenChange: (isOvertaken: boolean) => void
  /** Called by *Delete user*, before anything is confirmed. */
  onBulkRequest: (request: BulkRequest) => void
}

/** The open user: what the hooks return is what the panel takes. */
export function OpenUserPanel(props: OpenUserPanelProps) {
  const { userId, viewer, roles, navigation, sections, onBulkRequest, onClose, dismiss, parts } = props
  const { onOvertakenChange } = props
  const { userDelete, role, teams, isFetching, ...open } = useUser(userId)
  const { frame, shown, details } = useUserPanel({
    ...open,
    onClose,
    navigation,
    viewer: viewer.viewer,
    catalogue: { roles, teams: useTeams(), permissions: usePermissions() },
    onDeleteUser:
      userDelete && (({ id }) => onBulkRequest({ of: { ids: [id] }, action: { kind: 'delete' } })),
    activity: useUserActivity(userId),
    sections,
  })
  const isOvertaken = details?.choice.isOvertaken ?? false
  useEffect(() => {
    onOvertakenChange(isOvertaken)
    return () => onOvertakenChange(false)
  }, [onOvertakenChange, isOvertaken])
  useIsomorphicLayoutEffect(() => {
    dismiss.current = frame.onDismiss
    return () => {
      dismiss.current = onClose
    }
  })
  return (
    <ShownUser parts={parts} {...shown}>
      {details && <UserPanelDetails {...details} />}
    </ShownUser>
  )
}
