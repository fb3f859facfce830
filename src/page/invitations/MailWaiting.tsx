import type { MailHealth } from '../../contract/invitation-settings.ts'
import { invitationsMessages } from '../../messages/invitations.ts'
import { Banner } from '../../primitives/banner/Banner.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'

/** Says that emails wait, since the mail server refuses all of them. It isn't rendered while email works. */
export function MailWaiting({ mail: { state, queued, reason } }: { mail: MailHealth }) {
  const t = useMessages(invitationsMessages).waiting
  if (state !== 'waiting') return null
  return (
    <Banner
      icon="mail"
      title={t.title}
      text={reason === undefined ? t.textWithoutReason({ count: queued }) : t.text({ count: queued, reason })}
    />
  )
}
