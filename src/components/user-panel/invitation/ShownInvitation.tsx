import type { ReactNode } from 'react'
import type { Failure } from '../../../base/failure.ts'
import type { Invitation } from '../../../contract/invitations.ts'
import { invitationsMessages } from '../../../messages/invitations.ts'
import { Boundary } from '../../../primitives/boundary/Boundary.tsx'
import { PartFailed } from '../../../primitives/boundary/PartFailed.tsx'
import { useKeptFocus } from '../../../primitives/element/useKeptFocus.ts'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { EmptyState } from '../../../primitives/state/EmptyState.tsx'
import { ErrorState } from '../../../primitives/state/ErrorState.tsx'
import { useFailureSentence } from '../../wording/useFailureSentence.ts'
import type { UserPanelNavigation } from '../frame/navigation.ts'
import { useAnnouncedRow } from '../frame/useAnnouncedRow.ts'
import type { UserPanelParts } from '../UserPanelFrame.tsx'
import { UserPanelSkeleton } from '../UserPanelSkeleton.tsx'
import { InvitationHead } from './InvitationHead.tsx'

/** Props of {@link ShownInvitation}. */
export interface ShownInvitationProps {
  parts: UserPanelParts
  invitation: Invitation | null
  viewerId: string | undefined
  status: 'loading' | 'ready' | 'error'
  error: Failure | null
  refetch: () => unknown
  position: UserPanelNavigation['position']
  /** The details of the invitation. */
  children: ReactNode
}

/** The head of an invitation and, below it, its details, or why they aren't shown. */
export function ShownInvitation(props: ShownInvitationProps) {
  const { parts, invitation, viewerId, status, error, refetch, position, children } = props
  const { panel, heading, headingRef } = parts
  const t = useMessages(invitationsMessages).panel
  const sentence = useFailureSentence()
  useKeptFocus(panel, `${invitation?.id} ${invitation?.status} ${status}`, '.roster-panel-name')
  useAnnouncedRow(panel, invitation ? { id: invitation.id, name: invitation.email } : undefined, position)
  return (
    <>
      <InvitationHead
        invitation={invitation}
        viewerId={viewerId}
        isLoading={status === 'loading'}
        heading={heading}
      />
      {invitation ? (
        <Boundary
          name="panel"
          resetKey={invitation.id}
          fallback={(failure) => (
            <PartFailed
              failure={failure}
              title={t.detailsFailed}
              onRetry={() => headingRef.current?.focus({ preventScroll: true })}
            />
          )}
        >
          {children}
        </Boundary>
      ) : status === 'loading' ? (
        <UserPanelSkeleton />
      ) : (
        <div className="roster-panel-body">
          {error?.code === 'invitation_not_found' || error?.code === 'not_found' ? (
            <EmptyState icon="mail" title={t.gone} text={t.goneText} />
          ) : (
            error && (
              <ErrorState
                title={t.error}
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
