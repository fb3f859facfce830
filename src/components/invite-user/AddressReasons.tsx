import { type InviteAddress, isSendable } from '../../base/invite-address.ts'
import { inviteUserMessages } from '../../messages/invite-user.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { Icon } from '../../primitives/icon/Icon.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useSecondsLeft } from '../../primitives/roster-ui/useSecondsLeft.ts'
import { addressIcon } from './address-icon.ts'
import { useAddressSentence } from './useAddressSentence.ts'

/** What can be done about an address that isn't sent. A callback that is omitted hides its button. */
export interface AddressActions {
  /** Sends the pending invitation of an address again. */
  onResend?: ((invitationId: string) => void) | undefined
  /** Called to open the user who has the address. */
  onOpenUser?: ((userId: string) => void) | undefined
  /** Called to open the pending invitation of the address. */
  onOpenInvitation?: ((invitationId: string) => void) | undefined
}

interface AddressReasonsProps extends AddressActions {
  addresses: readonly InviteAddress[]
  onEdit: (id: string) => void
}

/** So many are explained; the others are counted. */
const mostShown = 8

/** The addresses that aren't sent, or that failed, each with its reason and what to do. */
export function AddressReasons({ addresses, ...actions }: AddressReasonsProps) {
  const t = useMessages(inviteUserMessages).reasons
  const explained = addresses.filter(
    (address) => address.failure && (!isSendable(address) || address.state === 'retry'),
  )
  if (explained.length === 0) return null
  const more = explained.length - mostShown
  return (
    <ul className="roster-address-reasons" aria-label={t.list}>
      {explained.slice(0, mostShown).map((address) => (
        <AddressReason key={address.id} address={address} {...actions} />
      ))}
      {more > 0 && <li className="roster-address-reasons-more">{t.more({ count: more })}</li>}
    </ul>
  )
}

interface AddressReasonProps extends AddressActions {
  address: InviteAddress
  onEdit: (id: string) => void
}

function AddressReason({ address, onEdit, onResend, onOpenUser, onOpenInvitation }: AddressReasonProps) {
  const t = useMessages(inviteUserMessages).reasons
  const sentence = useAddressSentence()
  const { id, text, state, failure, wasTried, userId, invitationId, waitMs } = address
  const secondsLeft = useSecondsLeft(waitMs)
  const icon = addressIcon(address)
  // One who was invited in the meantime has just got an email.
  const resend = wasTried && onOpenInvitation ? undefined : onResend
  const isInvalid = state === 'wrong' && !failure?.code.startsWith('domain_')
  return (
    <li className="roster-address-reason" data-state={state}>
      {icon && <Icon name={icon} size="small" />}
      <bdi className="roster-address-reason-email" dir="ltr">
        {text}
      </bdi>
      <span className="roster-address-reason-text">{sentence(address, secondsLeft)}</span>
      {isInvalid && (
        <Button variant="link" aria-label={t.editName({ email: text })} onClick={() => onEdit(id)}>
          {t.edit}
        </Button>
      )}
      {userId && onOpenUser && (
        <Button
          variant="link"
          aria-label={t.openUserName({ email: text })}
          onClick={() => onOpenUser(userId)}
        >
          {t.openUser}
        </Button>
      )}
      {invitationId && resend && (
        <Button
          variant="link"
          aria-label={t.resendName({ email: text })}
          onClick={() => resend(invitationId)}
        >
          {t.resend}
        </Button>
      )}
      {invitationId && !resend && onOpenInvitation && (
        <Button
          variant="link"
          aria-label={t.openInvitationName({ email: text })}
          onClick={() => onOpenInvitation(invitationId)}
        >
          {t.openInvitation}
        </Button>
      )}
    </li>
  )
}
