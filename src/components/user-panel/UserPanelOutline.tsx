import type { ReactElement, ReactNode } from 'react'
import type { User } from '../../contract/users.ts'
import { userPanelFrameMessages } from '../../messages/user-panel-frame.ts'
import { usersTableMessages } from '../../messages/users-table.ts'
import { Avatar } from '../../primitives/avatar/Avatar.tsx'
import { Hidden } from '../../primitives/hidden/Hidden.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { Skeleton } from '../../primitives/skeleton/Skeleton.tsx'
import { userName } from '../wording/user-name.ts'

interface UserPanelOutlineProps {
  /** The data of the list about the user. */
  user: User | undefined
  /** Whether the rest of the panel is still loading. */
  isLoading: boolean
  /** Renders the heading around the name: a dialog's title, or a plain one. */
  heading: (name: ReactNode) => ReactElement
}

/** The head of a panel while the rest is loading or can't be shown: what a row of the list knows of its user. */
export function UserPanelOutline({ user, isLoading, heading }: UserPanelOutlineProps) {
  const t = useMessages(userPanelFrameMessages)
  const users = useMessages(usersTableMessages)
  const name = user && userName(user, users)
  return (
    <div className="roster-panel-head" data-empty={user || isLoading ? undefined : ''}>
      {user && <Avatar personId={user.id} name={name ?? ''} src={user.avatarUrl} size="large" />}
      {!user && isLoading && <Skeleton shape="avatar" className="roster-panel-avatar" />}
      <div className="roster-panel-who" data-loading={isLoading ? '' : undefined}>
        {user ? (
          <div className="roster-panel-line">{heading(<bdi>{name}</bdi>)}</div>
        ) : (
          <Hidden as="div">{heading(isLoading ? t.loading : users.columns.user)}</Hidden>
        )}
        {isLoading && (
          <>
            {!user && <Skeleton length={5} />}
            <Skeleton length={7} faint />
            <Skeleton length={6} faint />
          </>
        )}
      </div>
    </div>
  )
}
