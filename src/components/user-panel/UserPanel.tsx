import { forwardRef } from 'react'
import { ShownUser } from './ShownUser.tsx'
import { UserPanelDetails } from './UserPanelDetails.tsx'
import { UserPanelFrame } from './UserPanelFrame.tsx'
import type { UserPanelProps } from './user-panel-props.ts'
import { useUserPanel } from './useUserPanel.ts'

/**
 * A user's role, teams and activity. Mount it to open it. Alt with the arrow keys opens the previous or next user.
 * Escape drops a role that is chosen but not saved. If there is none, it closes the panel.
 */
export const UserPanel = forwardRef<HTMLElement, UserPanelProps>(function UserPanel(props, ref) {
  const { frame, shown, details } = useUserPanel(props)
  return (
    <UserPanelFrame ref={ref} {...frame}>
      {(parts) => (
        <ShownUser parts={parts} {...shown}>
          {details && <UserPanelDetails {...details} />}
        </ShownUser>
      )}
    </UserPanelFrame>
  )
})
