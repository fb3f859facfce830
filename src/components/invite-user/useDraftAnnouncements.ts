import { useEffect, useRef } from 'react'
import { isSendable } from '../../base/invite-address.ts'
import { inviteUserMessages } from '../../messages/invite-user.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useNotices } from '../../primitives/roster-ui/useNotices.ts'
import type { InviteDraftGroup } from './invite-draft-group.ts'

/** Tells screen readers which addresses came and went, how many aren't sent, and how many lines have no address. */
export function useDraftAnnouncements({ addresses, named, sending, result }: InviteDraftGroup): void {
  const t = useMessages(inviteUserMessages)
  const { announce } = useNotices()
  const before = useRef({ addresses, named })
  useEffect(() => {
    const known = new Set(before.current.addresses.map(({ id }) => id))
    const left = new Set(addresses.map(({ id }) => id))
    const added = addresses.filter(({ id }) => !known.has(id))
    const removed = before.current.addresses.filter(({ id }) => !left.has(id))
    const lines = named === before.current.named ? 0 : named.length
    before.current = { addresses, named }
    if (sending) return
    const notSent = added.filter((address) => !isSendable(address)).length
    const count = added.length
    const sentences: string[] = []
    if (notSent > 0) sentences.push(t.addresses.addedWithReasons({ count, notSent }))
    else if (count > 0) sentences.push(t.addresses.added({ count }))
    else if (removed.length === 1 && !result)
      sentences.push(t.addresses.removed({ email: removed[0]?.text ?? '' }))
    if (lines > 0) sentences.push(t.pasted.leftOut({ count: lines }))
    if (sentences.length > 0) announce(sentences.join(' '))
  }, [addresses, named, sending, result, t, announce])
}
