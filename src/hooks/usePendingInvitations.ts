import { useEffect, useState } from 'react'
import { isUnreadable } from '../base/row-source.ts'
import type { InvitationWindow } from '../contract/invitation-windows.ts'
import { pendingInvitations } from '../state/resources/pending-invitations.ts'
import { useRosterState } from './RosterContext.ts'
import { useOffered } from './useOffered.ts'
import { useResource } from './useResource.ts'
import { useViewer } from './useViewer.ts'

/** A browser's timers can't wait for longer than 24 days. */
const longestWait = 86_400_000

/**
 * Returns how many invitations are pending, or undefined if it isn't known. An invitation stops counting at the moment
 * it expires. The list is loaded again only when all that were loaded have expired.
 */
export function usePendingInvitations(): number | undefined {
  const { clock } = useRosterState('usePendingInvitations')
  const { capabilities, actions } = useViewer()
  const definition = useOffered(pendingInvitations, capabilities.invitations && actions.manageUsers.allowed)
  const { data, refetch } = useResource(definition, 'usePendingInvitations')
  const [counted, setCounted] = useState<{ data: InvitationWindow; at: number; expired: number }>()
  if (data && counted?.data !== data) setCounted({ data, at: clock.now(), expired: 0 })

  useEffect(() => {
    if (!counted) return
    const { data, at, expired } = counted
    const moments = expiriesOf(data).map((ms) => at + ms)
    const next = moments[expired]
    if (next === undefined) {
      if (expired > 0 && data.total > expired) void refetch()
      return
    }
    return clock.after(Math.min(longestWait, Math.max(0, next - clock.now())), () => {
      const now = clock.now()
      setCounted({ ...counted, expired: moments.filter((moment) => moment <= now).length })
    })
  }, [counted, clock, refetch])

  return counted && data ? Math.max(0, data.total - counted.expired) : undefined
}

/** Milliseconds until each loaded invitation expires, in order. */
const expiriesOf = ({ rows }: InvitationWindow): number[] =>
  rows.flatMap((row) => (isUnreadable(row) ? [] : (row.expiresInMs ?? []))).toSorted((a, b) => a - b)
