import type { ReactNode } from 'react'
import type { ActivityActor } from '../../../contract/activity.ts'
import { Avatar } from '../../../primitives/avatar/Avatar.tsx'
import type { IconName } from '../../../primitives/icon/drawings.ts'
import { Icon } from '../../../primitives/icon/Icon.tsx'
import { PanelMoment } from '../section/PanelMoment.tsx'

interface ActivityLineProps {
  /** Whose face is shown. Without one, an icon is. */
  actor: ActivityActor | undefined
  /** @default 'sliders' */
  icon?: IconName
  tone?: 'danger' | undefined
  at: string
  /** Whether the time of day or the date is shown instead of "3 min ago". @default false */
  absolute?: boolean
  /** What happened. */
  children: ReactNode
}

/** One entry of a history: who or what, what happened, and when. */
export function ActivityLine({
  actor,
  icon = 'sliders',
  tone,
  at,
  absolute = false,
  children,
}: ActivityLineProps) {
  return (
    <li className="roster-activity-item">
      {actor ? (
        <Avatar personId={actor.id} name={actor.name ?? ''} size="tiny" />
      ) : (
        <span className="roster-activity-system" data-tone={tone}>
          <Icon name={icon} size="tiny" />
        </span>
      )}
      <span className="roster-activity-what">{children}</span>
      <PanelMoment className="roster-activity-time" value={at} absolute={absolute} />
    </li>
  )
}
