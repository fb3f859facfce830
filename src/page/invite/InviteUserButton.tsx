import { forwardRef, useState } from 'react'
import { useRosterState } from '../../hooks/RosterContext.ts'
import { useInvitationSettings } from '../../hooks/useInvitationSettings.ts'
import { useViewer } from '../../hooks/useViewer.ts'
import { inviteButtonMessages } from '../../messages/invite-button.ts'
import { reasonSentence, reasonsMessages } from '../../messages/reasons.ts'
import { Boundary } from '../../primitives/boundary/Boundary.tsx'
import { Button, type ButtonProps } from '../../primitives/button/Button.tsx'
import { ModalFailed } from '../../primitives/dialog/ModalFailed.tsx'
import { mergeProps } from '../../primitives/element/merge-props.ts'
import { useIsLoaded } from '../../primitives/later/useIsLoaded.ts'
import { useLater } from '../../primitives/later/useLater.ts'
import { usePreload } from '../../primitives/later/usePreload.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { inviteUser } from './invite-user.ts'
import type { OpenInviteUserProps } from './OpenInviteUser.tsx'

/** Props of {@link InviteUserButton}: those of a `Button`. */
export interface InviteUserButtonProps
  extends Omit<ButtonProps, 'reason' | 'pending'>,
    Pick<OpenInviteUserProps, 'onOpenUser' | 'onOpenInvitation'> {}

/**
 * Opens *Invite user*, anywhere below a `RosterProvider`. It explains itself where the viewer lacks the permission or all
 * seats are taken, and isn't rendered where the backend can't invite. The dialog loads when it is wanted.
 */
export const InviteUserButton = forwardRef<HTMLButtonElement, InviteUserButtonProps>(
  function InviteUserButton(
    { onOpenUser, onOpenInvitation, variant = 'primary', icon = 'plus', children, ...rest },
    ref,
  ) {
    const t = useMessages(inviteButtonMessages)
    const { api } = useRosterState('<InviteUserButton>')
    const { status, capabilities } = useViewer()
    const [isOpen, setOpen] = useState(false)
    const isLoaded = useIsLoaded(inviteUser)
    const reason = useInviteRefusal()
    usePreload(inviteUser)
    const isOffered = status === 'loading' || capabilities.invitations
    if (!api.invitations?.invite || !isOffered) return null
    const close = () => setOpen(false)
    return (
      <>
        <Button
          ref={ref}
          variant={variant}
          icon={icon}
          reason={reason}
          pending={isOpen && !isLoaded}
          {...mergeProps(rest, { 'aria-haspopup': 'dialog' as const, onClick: () => setOpen(true) })}
        >
          {children ?? t.open}
        </Button>
        {isOpen && (
          <Boundary name="dialog" fallback={(failure) => <ModalFailed failure={failure} onClose={close} />}>
            <LaterInviteUser onClose={close} onOpenUser={onOpenUser} onOpenInvitation={onOpenInvitation} />
          </Boundary>
        )}
      </>
    )
  },
)

function LaterInviteUser(props: OpenInviteUserProps) {
  const Open = useLater(inviteUser)
  return Open ? <Open {...props} /> : null
}

/** Returns why the viewer can't invite anyone, or undefined if they can. */
function useInviteRefusal(): string | undefined {
  const t = useMessages(inviteButtonMessages)
  const reasons = useMessages(reasonsMessages)
  const { status, viewer } = useViewer()
  const { settings } = useInvitationSettings()
  if (status === 'loading') return t.loading
  const action = viewer?.actions.invite
  if (action?.allowed === false) {
    const permission = action.reason === 'missing_permission' ? action.params?.permission : undefined
    return permission ? t.noPermission({ permission }) : reasonSentence(reasons, action)
  }
  const { used = 0, pending = 0, total = 1 } = settings?.seats ?? {}
  return used + pending >= total ? t.seatsFull({ count: total }) : undefined
}
