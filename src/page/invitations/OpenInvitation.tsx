import type { RefObject } from 'react'
import { InvitationDetails } from '../../components/user-panel/invitation/InvitationDetails.tsx'
import { ShownInvitation } from '../../components/user-panel/invitation/ShownInvitation.tsx'
import { UserPanelFrame } from '../../components/user-panel/UserPanelFrame.tsx'
import type { UserPanelProps } from '../../components/user-panel/user-panel-props.ts'
import { useFailureSentence } from '../../components/wording/useFailureSentence.ts'
import type { Invitation } from '../../contract/invitations.ts'
import { useCooldown } from '../../hooks/useCooldown.ts'
import { useInvitation } from '../../hooks/useInvitation.ts'
import { useInvitationActivity } from '../../hooks/useInvitationActivity.ts'
import type { InvitationsListResult } from '../../hooks/useInvitationsList.ts'
import { usePermissions } from '../../hooks/usePermissions.ts'
import { useRoles } from '../../hooks/useRoles.ts'
import { useTeams } from '../../hooks/useTeams.ts'
import { useViewer } from '../../hooks/useViewer.ts'
import { invitationsMessages } from '../../messages/invitations.ts'
import type { DataTableActions } from '../../primitives/data-table/useTableActions.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useNotices } from '../../primitives/roster-ui/useNotices.ts'
import { useListNavigation } from '../list/useListNavigation.ts'
import { useReturnFocus } from '../list/useReturnFocus.ts'

/** Props of {@link OpenInvitation}. */
export interface OpenInvitationProps {
  id: string
  mode: UserPanelProps['mode']
  /** The list that the invitation was opened from. */
  list: InvitationsListResult
  /** Whether its rows belong to an earlier query. */
  isLate: boolean
  page: RefObject<HTMLElement | null>
  /** Takes the focus back when the panel closes. */
  table: RefObject<DataTableActions | null>
  /** Opens another invitation, or closes the panel. */
  onIdChange: (id: string | undefined) => void
  /** Called by *Delete invitation*, before anything is confirmed. */
  onDelete: (invitation: Invitation) => void
}

/** The panel of the open invitation: what the hooks return is what the views take. */
export function OpenInvitation(props: OpenInvitationProps) {
  const { id, mode, list, isLate, page, table, onIdChange, onDelete } = props
  const t = useMessages(invitationsMessages)
  const { toast } = useNotices()
  const sentence = useFailureSentence()
  const { viewer } = useViewer()
  const catalogue = { roles: useRoles(), teams: useTeams(), permissions: usePermissions() }
  const activity = useInvitationActivity(id)
  const open = useInvitation(id)
  const { invitation, status, error, refetch, sending, invitationDelete } = open
  const { roleChange, teamsChange } = open
  const cooldown = useCooldown(invitation ? [invitation] : [])
  const navigation = { ...useListNavigation(list, id, { isLate, open: onIdChange }), labels: t.panel }
  const returnFocus = useReturnFocus(id, page, table)
  const onClose = () => onIdChange(undefined)
  const resend = async () => {
    const outcome = await sending?.resend()
    if (outcome?.ok) toast({ text: t.resent({ count: 1 }) })
    else if (outcome) toast({ text: sentence(outcome.error), tone: 'failed' })
  }
  return (
    <UserPanelFrame
      mode={mode}
      onClose={onClose}
      onDismiss={onClose}
      navigation={navigation}
      returnFocus={returnFocus}
    >
      {(parts) => (
        <ShownInvitation
          parts={parts}
          invitation={invitation}
          viewerId={viewer?.id}
          status={status}
          error={error}
          refetch={refetch}
          position={navigation.position}
        >
          {invitation && (
            <InvitationDetails
              key={id}
              invitation={invitation}
              viewer={viewer ?? undefined}
              catalogue={catalogue}
              roleChange={roleChange}
              teamsChange={teamsChange}
              activity={activity}
              cooldown={cooldown}
              sending={sending?.status === 'saving'}
              onResend={sending && (() => void resend())}
              onDelete={invitationDelete && (() => onDelete(invitation))}
            />
          )}
        </ShownInvitation>
      )}
    </UserPanelFrame>
  )
}
