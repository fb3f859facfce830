import { useEffect, useRef } from 'react'
import { InviteUserDialog } from '../../components/invite-user/InviteUserDialog.tsx'
import { useInviteDraft } from '../../hooks/useInviteDraft.ts'
import { useRoles } from '../../hooks/useRoles.ts'
import { useTeams } from '../../hooks/useTeams.ts'
import { useViewer } from '../../hooks/useViewer.ts'
import { inviteUserMessages } from '../../messages/invite-user.ts'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useNotices } from '../../primitives/roster-ui/useNotices.ts'
import { useKnownGrant } from './useKnownGrant.ts'

/** Props of the open dialog. */
export interface OpenInviteUserProps {
  onClose: () => void
  /** Opens a user whose address was entered. Without it there is no such button. */
  onOpenUser?: ((userId: string) => void) | undefined
  /** Opens the pending invitation of an address. Without it there is no such button. */
  onOpenInvitation?: ((invitationId: string) => void) | undefined
}

/** The dialog *Invite user* over the viewer's draft. Sending goes on when it is closed. */
export function OpenInviteUser({ onClose, onOpenUser, onOpenInvitation }: OpenInviteUserProps) {
  const t = useMessages(inviteUserMessages)
  const { number } = useFormats()
  const { announce, toast } = useNotices()
  const { company, capabilities } = useViewer()
  const roles = useRoles()
  const teams = useTeams()
  const draft = useInviteDraft()
  useKnownGrant(draft, roles, teams)
  const recheck = draft?.recheck
  const isOpen = useRef(false)
  useEffect(() => {
    isOpen.current = true
    recheck?.()
    return () => {
      isOpen.current = false
    }
  }, [recheck])
  if (!draft) return null

  const invite = async () => {
    const { invited, total, isDone } = await draft.send()
    if (isDone) {
      if (isOpen.current) onClose()
      toast({ text: t.result.all({ count: invited }) })
    } else if (total > 0 && !isOpen.current) {
      if (invited === total) toast({ text: t.result.all({ count: invited }) })
      else toast({ tone: 'failed', text: t.someToast({ count: invited, total: number(total) }) })
    }
  }
  const resend = async (invitationId: string) => {
    const email = draft.addresses.find((address) => address.invitationId === invitationId)?.text ?? ''
    const { ok } = await draft.resend(invitationId)
    if (ok) announce(t.resent({ email }))
  }
  const leaveFor = (open: ((id: string) => void) | undefined) =>
    open &&
    ((id: string) => {
      onClose()
      open(id)
    })

  return (
    <InviteUserDialog
      open
      onOpenChange={onClose}
      draft={draft}
      roles={roles}
      teams={teams}
      companyName={company?.name}
      settings={draft.settings}
      onInvite={() => void invite()}
      onResend={capabilities.invitations && draft.canResend ? (id) => void resend(id) : undefined}
      onOpenUser={leaveFor(onOpenUser)}
      onOpenInvitation={leaveFor(onOpenInvitation)}
    />
  )
}
