import type { ReactNode } from 'react'
import type { ActivityEntry } from '../../../contract/activity.ts'
import type { User } from '../../../contract/users.ts'
import { userPanelMessages } from '../../../messages/user-panel.ts'
import { usersTableMessages } from '../../../messages/users-table.ts'
import { fillNodes } from '../../../primitives/element/fill-nodes.ts'
import { useFormats } from '../../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { userName } from '../../wording/user-name.ts'
import { ActivityLine } from './ActivityLine.tsx'
import { activityChange } from './activity-change.ts'

interface ActivityItemProps {
  entry: ActivityEntry
  user: User
  viewerId: string | undefined
}

/** Who did what, and when. */
export function ActivityItem({ entry, user, viewerId }: ActivityItemProps) {
  const t = useMessages(userPanelMessages).activity
  const { actor, at } = entry
  const nameOf = (id: string, name: string) => (id === viewerId ? t.you : name)
  const name = actor.kind === 'system' ? t.system : nameOf(actor.id, actor.name || t.someone)
  return (
    <ActivityLine actor={actor.kind === 'system' ? undefined : actor} at={at}>
      <Sentence
        entry={entry}
        user={user}
        viewerId={viewerId}
        actor={<bdi className="roster-activity-who">{name}</bdi>}
      />
    </ActivityLine>
  )
}

function Sentence({ entry, user, viewerId, actor }: ActivityItemProps & { actor: ReactNode }) {
  const t = useMessages(userPanelMessages).activity
  const users = useMessages(usersTableMessages)
  const formats = useFormats()
  const change = activityChange(entry)
  const name = user.id === viewerId ? t.youObject : <bdi>{userName(user, users)}</bdi>
  const isOwn = entry.actor.id === user.id
  const role = (text: string) => <bdi>{text.trim() || users.unknownRole}</bdi>

  switch (change.kind) {
    case 'role': {
      const after = role(change.after)
      if (change.before === undefined) return fillNodes(t.roleGiven, { actor, after })
      return fillNodes(t.roleChanged, { actor, before: role(change.before), after })
    }
    case 'teams': {
      const added = <bdi>{formats.list(change.added)}</bdi>
      const removed = <bdi>{formats.list(change.removed)}</bdi>
      if (change.removed.length === 0)
        return isOwn ? fillNodes(t.joined, { actor, added }) : fillNodes(t.teamsAdded, { actor, name, added })
      if (change.added.length === 0)
        return isOwn
          ? fillNodes(t.left, { actor, removed })
          : fillNodes(t.teamsRemoved, { actor, name, removed })
      return isOwn
        ? fillNodes(t.moved, { actor, added, removed })
        : fillNodes(t.teamsChanged, { actor, name, added, removed })
    }
    case 'signedOut':
      return isOwn ? fillNodes(t.signedOutOwn, { actor }) : fillNodes(t.signedOut, { actor, name })
    case 'loggedOutIdle':
    case 'sessionEnded':
      return isOwn ? fillNodes(t[`${change.kind}Own`], { actor }) : fillNodes(t[change.kind], { actor, name })
    case 'logoutPostponed':
    case 'postponementEnded':
      return fillNodes(t[change.kind], { actor })
    case 'joined':
      return fillNodes(t.joinedByInvitation, { actor, after: role(change.after) })
    case 'joinedWithLess':
      return fillNodes(t.joinedWithLess, { actor, after: role(change.after) })
    case 'deleted':
    case 'restored':
      return fillNodes(t[change.kind], { actor, name })
    case 'other':
      return fillNodes(t.unnamed, { actor })
  }
}
