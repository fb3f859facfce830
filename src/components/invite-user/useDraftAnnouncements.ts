import { useEffect, useRef } from 'react'
import { isSendable } from '../../base/invite-address.ts'
import { inviteUserMessages } from '../../messages/invite-user.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useNotices } from '../../primitives/roster-ui/useNotices.ts'
import type { InviteDraftGroup } from './invite-draft-group.ts'

/** Tells screen readers which addresses came and went, and how many of them aren't sent. */
export function useDraftAnnouncements({ addresses, sending, result }: InviteDraftGroup): void {
  const t = useMessages(inviteUserMessages)
  const { announce } = useNotices()
  const before = useRef(addresses)
  useEffect(() => {
    const known = new Set(before.current.map(({ id }) => id))
    const left = new Set(addresses.map(({ id }) => id))
    const added = addresses.filter(({ id }) => !known.has(id))
    const removed = before.current.filter(({ id }) => !left.has(id))
    before.current = addresses
    if (sending) return
    const notSent = added.filter((address) => !isSendable(address)).length
    const count = added.length
    if (notSent > 0) announce(t.addresses.addedWithReasons({ count, notSent }))
    else if (count > 0) announce(t.addresses.added({ count }))
    else if (removed.length === 1 && !result) announce(t.addresses.removed({ email: removed[0]?.text ?? '' }))
  }, [addresses, sending, result, t, announce])
}
