import type { ReactNode } from 'react'
import { usersTableMessages } from '../../messages/users-table.ts'
import { Avatar } from '../../primitives/avatar/Avatar.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'

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
  /** A button at the end. */
  action?: ReactNode
}

/** One person of a list in a dialog. */
export function Person({ person, badge, note, tone = 'neutral', action }: PersonProps) {
  const t = useMessages(usersTableMessages)
  const { id, name, email, avatarUrl } = person
  const shown = name.trim() || email || t.unnamed
  return (
    <li className="roster-person" data-stacked={note ? '' : undefined} data-tone={tone}>
      <Avatar personId={id} name={shown} src={avatarUrl} size="small" />
      <span className="roster-person-text">
        <span className="roster-person-line">
          <bdi className="roster-person-name">{shown}</bdi>
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
      {action}
    </li>
  )
}
