import type { KeyboardEvent } from 'react'
import type { InviteAddress } from '../../base/invite-address.ts'
import { inviteUserMessages } from '../../messages/invite-user.ts'
import { Icon } from '../../primitives/icon/Icon.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { addressIcon } from './address-icon.ts'
import { useAddressSentence } from './useAddressSentence.ts'

interface AddressChipProps {
  address: InviteAddress
  isReadOnly: boolean
  onRemove: () => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** An address in the field: filled if it is sent, tinted if it is wrong, outlined if it waits. */
export function AddressChip({ address, isReadOnly, onRemove, onKeyDown }: AddressChipProps) {
  const t = useMessages(inviteUserMessages).addresses
  const sentence = useAddressSentence()
  const { text, readAs, state } = address
  const icon = addressIcon(address)
  const reason = sentence(address)
  return (
    <li className="roster-address-chip" data-state={state}>
      {icon && <Icon name={icon} size="small" />}
      <bdi className="roster-address-chip-text" dir="ltr">
        {text}
      </bdi>
      {readAs && (
        <span className="roster-address-chip-note">
          <bdi dir="ltr">{readAs}</bdi>
        </span>
      )}
      <button
        type="button"
        className="roster-address-chip-remove"
        tabIndex={-1}
        aria-label={reason ? t.removeWithReason({ email: text, reason }) : t.remove({ email: text })}
        aria-disabled={isReadOnly || undefined}
        onClick={() => {
          if (!isReadOnly) onRemove()
        }}
        onKeyDown={onKeyDown}
      >
        <Icon name="x" size="tiny" />
      </button>
    </li>
  )
}
