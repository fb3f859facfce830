import type { Invitation } from '../../contract/invitations.ts'
import { invitationsMessages } from '../../messages/invitations.ts'
import { Icon } from '../../primitives/icon/Icon.tsx'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useNow } from '../../primitives/roster-ui/useNow.ts'
import { expiryText } from './expiry-text.ts'

/** When an invitation expires. An expired one is marked by an icon and its color. */
export function ExpiryNote({ invitation }: { invitation: Invitation }) {
  const t = useMessages(invitationsMessages)
  const formats = useFormats()
  const now = useNow()
  const isExpired = invitation.status === 'expired'
  return (
    <span className="roster-invitation-note" data-tone={isExpired ? 'warning' : undefined}>
      {isExpired && <Icon name="clock" size="tiny" />}
      <span dir="auto">{now !== undefined && expiryText(invitation, now, t, formats)}</span>
    </span>
  )
}
