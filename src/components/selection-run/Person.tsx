import type { ReactNode } from 'react'
import { Avatar } from '../../primitives/avatar/Avatar.tsx'
import type { Slot } from '../../primitives/element/slot.ts'
import { Icon } from '../../primitives/icon/Icon.tsx'
import { usePersonName } from './usePersonName.ts'

/** What is known of someone whose row may be gone. */
export interface PersonRef {
  id: string
  name: string
  email?: string | undefined
  avatarUrl?: string | undefined
}

interface PersonProps {
  person: PersonRef
  /** After the name, such as a badge. */
  badge?: ReactNode
  /** A line below, such as a reason; without it the email is beside the name. */
  note?: ReactNode
  tone?: 'neutral' | 'danger'
  /** Whether the person is only invited: an envelope is shown instead of a face. @default false */
  isInvited?: boolean | undefined
  /** Shown at the end of the line, such as a role. */
  end?: ReactNode
  /** A button at the end. */
  action?: Slot
}

/** One person of a list in a dialog. */
export function Person({
  person,
  badge,
  note,
  tone = 'neutral',
  isInvited = false,
  end,
  action,
}: PersonProps) {
  const { id, email, avatarUrl } = person
  const shown = usePersonName()(person)
  return (
    <li className="roster-person" data-stacked={note ? '' : undefined} data-tone={tone}>
      {isInvited ? (
        <span className="roster-person-icon">
          <Icon name="mail" />
        </span>
      ) : (
        <Avatar personId={id} name={shown} src={avatarUrl} size="small" />
      )}
      <span className="roster-person-text">
        <span className="roster-person-line">
          <bdi className="roster-person-name" dir={isInvited ? 'ltr' : undefined}>
            {shown}
          </bdi>
          {badge}
        </span>
        {note ? (
          <span className="roster-person-note">{note}</span>
        ) : (
          email !== undefined &&
          email !== shown && (
            <span className="roster-person-email" dir="ltr">
              {email}
            </span>
          )
        )}
      </span>
      {end && <span className="roster-person-note">{end}</span>}
      {action}
    </li>
  )
}
