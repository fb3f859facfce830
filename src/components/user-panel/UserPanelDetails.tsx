import type { User } from '../../contract/users.ts'
import type { UserPanelActions } from './foot/UserPanelFoot.tsx'
import { UserPanelFoot } from './foot/UserPanelFoot.tsx'
import type { RoleChoice } from './role/useRoleChoice.ts'
import { UserPanelBody, type UserPanelContent } from './UserPanelBody.tsx'

/** Props of {@link UserPanelDetails}. */
export interface UserPanelDetailsProps extends UserPanelContent {
  user: User
  choice: RoleChoice
  isViewer: boolean
  actions: UserPanelActions
}

/** The panel's sections and, below them, its actions. */
export function UserPanelDetails(props: UserPanelDetailsProps) {
  const { isViewer, actions, ...body } = props
  const { user } = body
  return (
    <>
      <div className="roster-panel-body">
        <UserPanelBody key={user.id} {...body} />
      </div>
      <UserPanelFoot key={user.id} user={user} isViewer={isViewer} {...actions} />
    </>
  )
}
