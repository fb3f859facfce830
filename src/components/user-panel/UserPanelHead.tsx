import type { ReactElement, ReactNode } from 'react'
import type { User } from '../../contract/users.ts'
import { userPanelMessages } from '../../messages/user-panel.ts'
import { usersTableMessages } from '../../messages/users-table.ts'
import { Avatar } from '../../primitives/avatar/Avatar.tsx'
import { Badge } from '../../primitives/badge/Badge.tsx'
import { CopyButton } from '../../primitives/copy-button/CopyButton.tsx'
import { fillNodes } from '../../primitives/element/fill-nodes.ts'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useNow } from '../../primitives/roster-ui/useNow.ts'
import { roleName } from '../wording/role-name.ts'
import { userName } from '../wording/user-name.ts'
import { PanelMoment } from './section/PanelMoment.tsx'
import { UserPanelOutline } from './UserPanelOutline.tsx'

interface UserPanelHeadProps {
  user: User | undefined
  isViewer: boolean
  /** Whether the user is still loading. */
  isLoading: boolean
  /** Renders the heading around the name: a dialog's title, or a plain one. */
  heading: (name: ReactNode) => ReactElement
}

/** The user's name, email, role, last activity and join date. */
export function UserPanelHead({ user, isViewer, isLoading, heading }: UserPanelHeadProps) {
  const t = useMessages(userPanelMessages)
  const users = useMessages(usersTableMessages)
  const formats = useFormats()
  const now = useNow()
  if (!user) return <UserPanelOutline user={undefined} isLoading={isLoading} heading={heading} />

  const { id, email, avatarUrl, role, presence, lastActiveAt, joinedAt } = user
  const name = userName(user, users)
  const shownPresence = presence === 'offline' ? undefined : presence
  const joined =
    now !== undefined &&
    joinedAt !== undefined &&
    !Number.isNaN(Date.parse(joinedAt)) &&
    t.joined({ date: formats.date(joinedAt, now) })
  return (
    <div className="roster-panel-head">
      <Avatar
        personId={id}
        name={name}
        src={avatarUrl}
        size="large"
        presence={shownPresence}
        presenceLabel={shownPresence && users.presence[shownPresence]}
      />
      <div className="roster-panel-who">
        <div className="roster-panel-line">
          {heading(<bdi>{name}</bdi>)}
          {isViewer && <Badge>{users.you}</Badge>}
        </div>
        {email !== '' && (
          <p className="roster-panel-contact">
            <span className="roster-panel-email" dir="ltr">
              {email}
            </span>
            <CopyButton text={email} label={t.copyEmail} />
          </p>
        )}
        <ul className="roster-panel-facts">
          <li className="roster-panel-fact">
            <bdi>{roleName(role, users)}</bdi>
          </li>
          {lastActiveAt !== undefined && (
            <li className="roster-panel-fact">
              {lastActiveAt === null
                ? t.neverSignedIn
                : fillNodes(t.lastActive, { time: <PanelMoment value={lastActiveAt} inSentence /> })}
            </li>
          )}
          {joined && (
            <li className="roster-panel-fact">
              <bdi>{joined}</bdi>
            </li>
          )}
        </ul>
      </div>
    </div>
  )
}
