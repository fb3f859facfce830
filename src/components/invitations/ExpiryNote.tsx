import type { Invitation } from '../../contract/invitations.ts'
import { invitationsMessages } from '../../messages/invitations.ts'
import { Icon } from '../../primitives/icon/Icon.tsx'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useNow } from '../../primitives/roster-ui/useNow.ts'
import { expiryText } from './expiry-text.ts'

interface ExpiryNoteProps {
  invitation: Invitation
  /** `brief` leaves out when it has expired; `absolute` doesn't say how long it is from now. @default 'full' */
  form?: 'full' | 'brief' | 'absolute'
}

/** When an invitation expires. An expired one is marked by an icon and its color. */
export function ExpiryNote({ invitation, form }: ExpiryNoteProps) {
  const t = useMessages(invitationsMessages)
  const formats = useFormats()
  const now = useNow()
  const isExpired = invitation.status === 'expired'
  return (
    <span className="roster-invitation-expiry" data-tone={isExpired ? 'warning' : undefined}>
      {isExpired && <Icon name="clock" size="tiny" />}
      <span dir="auto">{now !== undefined && expiryText(invitation, { now, t, formats, form })}</span>
    </span>
  )
}
