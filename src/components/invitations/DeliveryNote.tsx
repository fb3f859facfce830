import type { Invitation } from '../../contract/invitations.ts'
import { invitationsMessages } from '../../messages/invitations.ts'
import { fillNodes } from '../../primitives/element/fill-nodes.ts'
import { Icon } from '../../primitives/icon/Icon.tsx'
import { RelativeTime } from '../../primitives/relative-time/RelativeTime.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { deliveryLook } from './delivery-look.ts'

interface DeliveryNoteProps {
  invitation: Pick<Invitation, 'delivery' | 'sentAt'>
  /** Whether it says when the email was sent, where no column does. @default false */
  withTime?: boolean
  /** Whether that time is absolute. @default false */
  absolute?: boolean
}

/** How far the email of an invitation got, in words and with an icon. */
export function DeliveryNote({ invitation, withTime = false, absolute = false }: DeliveryNoteProps) {
  const t = useMessages(invitationsMessages)
  const { delivery, sentAt } = invitation
  // A backend that doesn't report how far an email got still knows when it was sent.
  if (!delivery && (!withTime || sentAt === undefined)) return null
  const { state, icon, tone, text } = deliveryLook(delivery ?? { state: 'sent' }, t)
  return (
    <span className="roster-invitation-note" data-tone={tone}>
      <Icon name={icon} size="tiny" />
      <span dir="auto">
        {withTime && state === 'sent' && sentAt !== undefined
          ? fillNodes(t.delivery.sentAt, {
              time: <RelativeTime value={sentAt} absolute={absolute} inSentence />,
            })
          : text}
      </span>
    </span>
  )
}
