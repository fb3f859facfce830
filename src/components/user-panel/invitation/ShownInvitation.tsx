import type { ReactNode } from 'react'
import type { Failure } from '../../../base/failure.ts'
import type { Invitation } from '../../../contract/invitations.ts'
import { invitationsMessages } from '../../../messages/invitations.ts'
import { Badge } from '../../../primitives/badge/Badge.tsx'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { EmptyState } from '../../../primitives/state/EmptyState.tsx'
import { ErrorState } from '../../../primitives/state/ErrorState.tsx'
import { useFailureSentence } from '../../wording/useFailureSentence.ts'
import type { UserPanelParts } from '../UserPanelFrame.tsx'

/** Props of {@link ShownInvitation}. */
export interface ShownInvitationProps {
  parts: UserPanelParts
  invitation: Invitation | null
  status: 'loading' | 'ready' | 'error'
  error: Failure | null
  refetch: () => unknown
  /** The details of an invitation that is listed. */
  children: ReactNode
}

/** The head of an invitation and, below it, its details, or why they aren't shown. */
export function ShownInvitation({
  parts,
  invitation,
  status,
  error,
  refetch,
  children,
}: ShownInvitationProps) {
  const t = useMessages(invitationsMessages)
  const { pending, expired } = t.toolbar
  const sentence = useFailureSentence()
  const isGone = invitation?.status === 'accepted' || invitation?.status === 'deleted'
  const inviter = invitation?.invitedBy?.name
  return (
    <>
      <div className="roster-panel-head" data-empty={invitation ? undefined : ''}>
        <div className="roster-panel-who">
          <div className="roster-panel-line">
            {parts.heading(
              <bdi dir="ltr">
                {invitation?.email ?? (status === 'loading' ? t.panel.loading : t.panel.error)}
              </bdi>,
            )}
          </div>
          {invitation && !isGone && (
            <div className="roster-panel-line">
              <Badge>{invitation.status === 'expired' ? expired : pending}</Badge>
              {inviter && <span className="roster-panel-text">{t.panel.invitedBy({ name: inviter })}</span>}
            </div>
          )}
        </div>
      </div>
      {invitation && !isGone ? (
        children
      ) : (
        <div className="roster-panel-body">
          {isGone || error?.code === 'invitation_not_found' ? (
            <EmptyState title={t.panel.gone} text={t.panel.goneText} />
          ) : (
            error && (
              <ErrorState
                title={t.panel.error}
                text={sentence(error)}
                requestId={error.requestId}
                onRetry={() => void refetch()}
              />
            )
          )}
        </div>
      )}
    </>
  )
}
