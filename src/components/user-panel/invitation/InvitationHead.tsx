import type { ReactElement, ReactNode } from 'react'
import type { Invitation } from '../../../contract/invitations.ts'
import { invitationsMessages } from '../../../messages/invitations.ts'
import { userPanelMessages } from '../../../messages/user-panel.ts'
import { Badge } from '../../../primitives/badge/Badge.tsx'
import { CopyButton } from '../../../primitives/copy-button/CopyButton.tsx'
import { Hidden } from '../../../primitives/hidden/Hidden.tsx'
import { Icon } from '../../../primitives/icon/Icon.tsx'
import { useFormats } from '../../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { useNow } from '../../../primitives/roster-ui/useNow.ts'
import { Skeleton } from '../../../primitives/skeleton/Skeleton.tsx'

interface InvitationHeadProps {
  invitation: Invitation | null
  viewerId: string | undefined
  /** Whether the invitation is still loading. */
  isLoading: boolean
  /** Renders the heading around the address: a dialog's title, or a plain one. */
  heading: (name: ReactNode) => ReactElement
}

/** The address of an invitation, its status, and who sent it when. */
export function InvitationHead({ invitation, viewerId, isLoading, heading }: InvitationHeadProps) {
  const t = useMessages(invitationsMessages)
  const { copyEmail } = useMessages(userPanelMessages)
  const formats = useFormats()
  const now = useNow()
  if (!invitation)
    return (
      <div className="roster-panel-head" data-empty={isLoading ? undefined : ''}>
        {isLoading && <Skeleton shape="avatar" className="roster-panel-avatar" />}
        <div className="roster-panel-who" data-loading={isLoading ? '' : undefined}>
          <Hidden as="div">{heading(isLoading ? t.panel.loading : t.panel.error)}</Hidden>
          {isLoading && (
            <>
              <Skeleton length={6} />
              <Skeleton length={7} faint />
            </>
          )}
        </div>
      </div>
    )

  const { email, status, invitedBy, invitedAt } = invitation
  const isEnded = status === 'accepted' || status === 'deleted'
  const date = now === undefined ? '' : formats.date(invitedAt, now)
  return (
    <div className="roster-panel-head">
      <span className="roster-panel-mark">
        <Icon name="mail" />
      </span>
      <div className="roster-panel-who">
        <div className="roster-panel-line">
          {heading(<bdi dir="ltr">{email}</bdi>)}
          <CopyButton text={email} label={copyEmail} />
        </div>
        <div className="roster-panel-line roster-panel-text">
          <Badge>{isEnded ? t.panel.ended[status] : t.toolbar[status]}</Badge>
          <span>
            {invitedBy?.id !== undefined && invitedBy.id === viewerId
              ? t.panel.invitedByYou({ date })
              : invitedBy?.name
                ? t.panel.invitedBy({ name: invitedBy.name, date })
                : t.panel.invitedOn({ date })}
          </span>
        </div>
      </div>
    </div>
  )
}
