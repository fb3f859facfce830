import type { ReactNode } from 'react'
import type { ActivityEntry } from '../../../contract/activity.ts'
import type { Invitation } from '../../../contract/invitations.ts'
import { invitationsMessages } from '../../../messages/invitations.ts'
import { Icon } from '../../../primitives/icon/Icon.tsx'
import { useFormats } from '../../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { useNow } from '../../../primitives/roster-ui/useNow.ts'
import { deliveryLook } from '../../invitations/delivery-look.ts'
import { expiryText } from '../../invitations/expiry-text.ts'
import { PanelSection } from '../section/PanelSection.tsx'

interface DeliverySectionProps {
  invitation: Invitation
  /** The history, which says when an email failed. */
  entries: readonly ActivityEntry[] | undefined
}

/** How far the email got, and how long its link works. */
export function DeliverySection({ invitation, entries }: DeliverySectionProps) {
  const messages = useMessages(invitationsMessages)
  const t = messages.panel
  return (
    <PanelSection title={t.delivery}>
      <dl className="roster-invitation-facts">
        {invitation.delivery && (
          <Fact label={t.email}>
            <EmailFact invitation={invitation} entries={entries} />
          </Fact>
        )}
        <Fact label={t.link}>
          <LinkFact invitation={invitation} />
        </Fact>
      </dl>
    </PanelSection>
  )
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </>
)

function EmailFact({ invitation, entries }: DeliverySectionProps) {
  const messages = useMessages(invitationsMessages)
  const t = messages.panel
  const formats = useFormats()
  const now = useNow()
  const { delivery = { state: 'queued' }, sentAt } = invitation
  const { state, icon, tone } = deliveryLook(delivery, messages)
  const failedAt = entries?.find(({ action }) => action === 'invitation_failed')?.at
  const at = { queued: undefined, sent: sentAt, failed: failedAt }[state]
  const isToday = at !== undefined && now !== undefined && formats.daysBetween(at, now) === 0
  const moment = () => {
    if (state === 'queued' || at === undefined || now === undefined) return messages.delivery[state]
    if (isToday) return t[`${state}At`]({ time: formats.time(at) })
    return t[`${state}On`]({ date: formats.date(at, now) })
  }
  return (
    <>
      <span className="roster-invitation-state" data-tone={tone}>
        <Icon name={icon} size="small" />
        <span>{moment()}</span>
      </span>
      {state === 'failed' && <span className="roster-invitation-small">{t.failedHelp}</span>}
      {state === 'queued' && delivery.nextTryAt !== undefined && (
        <span className="roster-invitation-small">
          {t.nextTry({ time: formats.time(delivery.nextTryAt) })}
        </span>
      )}
      {delivery.reason !== undefined && (
        <span className="roster-invitation-small">{t.serverSaid({ reason: delivery.reason })}</span>
      )}
    </>
  )
}

function LinkFact({ invitation }: { invitation: Invitation }) {
  const messages = useMessages(invitationsMessages)
  const t = messages.panel
  const formats = useFormats()
  const now = useNow()
  const { status, expiresAt } = invitation
  const isExpired = status === 'expired'
  const text = () => {
    if (now === undefined) return ''
    const when = expiryText(invitation, { now, t: messages, formats })
    if (isExpired) return when
    return expiresAt === undefined ? t.neverExpires : t.expires({ when })
  }
  return (
    <>
      <span className="roster-invitation-state" data-tone={isExpired ? 'warning' : undefined}>
        {isExpired && <Icon name="clock" size="small" />}
        <span>{text()}</span>
      </span>
      {expiresAt !== undefined && (
        <span className="roster-invitation-small">{formats.dateTime(expiresAt)}</span>
      )}
    </>
  )
}
