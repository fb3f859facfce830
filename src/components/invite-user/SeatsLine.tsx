import { useId } from 'react'
import type { Seats } from '../../contract/invitation-settings.ts'
import { inviteUserMessages } from '../../messages/invite-user.ts'
import { Space } from '../../primitives/element/Space.tsx'
import { Field } from '../../primitives/field/Field.tsx'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'

interface SeatsLineProps {
  seats: Seats
  /** How many the addresses in the field would take. */
  needed: number
}

/** How many seats are taken, and how many the addresses in the field would take. */
export function SeatsLine({ seats, needed }: SeatsLineProps) {
  const t = useMessages(inviteUserMessages).seats
  const { number } = useFormats()
  const { used, pending, total } = seats
  const left = Math.max(0, total - used - pending)
  const share = (seats: number) => (total > 0 ? (100 * seats) / total : 0)
  const parts = [
    { part: 'users', start: 0, seats: used },
    { part: 'invitations', start: used, seats: pending },
    { part: 'needed', start: used + pending, seats: Math.min(needed, left) },
  ]
  return (
    <Field
      label={t.label}
      labelEnd={t.left({ count: left, total: number(total) })}
      noteId={useId()}
      hint={
        <>
          <span>
            {t.usersAndInvitations({ count: used + pending, total: number(total), pending: number(pending) })}
          </span>
          <Space />
          {needed > left && <span>{t.tooFew({ count: left })}</span>}
          {needed > 0 && needed <= left && <span>{t.needed({ count: needed })}</span>}
        </>
      }
    >
      <svg className="roster-seats-bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
        {parts.map(({ part, start, seats }) => (
          <rect
            key={part}
            className="roster-seats-part"
            data-part={part}
            x={share(start)}
            width={share(seats)}
            height="1"
          />
        ))}
      </svg>
    </Field>
  )
}
