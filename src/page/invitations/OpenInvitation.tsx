import { InvitationDetails } from '../../components/user-panel/invitation/InvitationDetails.tsx'
import { ShownInvitation } from '../../components/user-panel/invitation/ShownInvitation.tsx'
import { UserPanelFrame } from '../../components/user-panel/UserPanelFrame.tsx'
import type { UserPanelProps } from '../../components/user-panel/user-panel-props.ts'
import { useFailureSentence } from '../../components/wording/useFailureSentence.ts'
import type { Invitation } from '../../contract/invitations.ts'
import { useCooldown } from '../../hooks/useCooldown.ts'
import { useInvitation } from '../../hooks/useInvitation.ts'
import { useInvitationActivity } from '../../hooks/useInvitationActivity.ts'
import { useRoles } from '../../hooks/useRoles.ts'
import { useTeams } from '../../hooks/useTeams.ts'
import { invitationsMessages } from '../../messages/invitations.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useNotices } from '../../primitives/roster-ui/useNotices.ts'

/** Props of {@link OpenInvitation}. */
export interface OpenInvitationProps {
  id: string
  mode: UserPanelProps['mode']
  onClose: () => void
  /** Called by *Delete invitation*, before anything is confirmed. */
  onDelete: (invitation: Invitation) => void
}

/** The panel of the open invitation: what the hooks return is what the views take. */
export function OpenInvitation({ id, mode, onClose, onDelete }: OpenInvitationProps) {
  const t = useMessages(invitationsMessages)
  const { toast } = useNotices()
  const sentence = useFailureSentence()
  const roles = useRoles()
  const teams = useTeams()
  const activity = useInvitationActivity(id)
  const open = useInvitation(id)
  const { invitation, sending, invitationDelete, roleChange, teamsChange } = open
  const cooldown = useCooldown(invitation ? [invitation] : [])
  const resend = async () => {
    const outcome = await sending?.resend()
    if (outcome?.ok) toast({ text: t.resent({ count: 1 }) })
    else if (outcome) toast({ text: sentence(outcome.error), tone: 'failed' })
  }
  return (
    <UserPanelFrame mode={mode} onClose={onClose} onDismiss={onClose}>
      {(parts) => (
        <ShownInvitation
          parts={parts}
          invitation={invitation}
          status={open.status}
          error={open.error}
          refetch={open.refetch}
        >
          {invitation && (
            <InvitationDetails
              key={id}
              invitation={invitation}
              roles={roles}
              teams={teams}
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
