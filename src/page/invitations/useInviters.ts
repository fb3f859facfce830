import { useState } from 'react'
import type { InvitationsFilterOption } from '../../components/invitations/useInvitationsFilters.ts'
import type { InvitationsListResult } from '../../hooks/useInvitationsList.ts'
import { useRosterUI } from '../../primitives/roster-ui/RosterUIContext.ts'

const nobody: readonly InvitationsFilterOption[] = []

/** Returns the people who have invited someone, as far as their invitations were shown. */
export function useInviters({ rows }: InvitationsListResult): readonly InvitationsFilterOption[] {
  const { locale } = useRosterUI()
  const [known, setKnown] = useState(nobody)
  const news = new Map<string, InvitationsFilterOption>()
  for (const { invitedBy } of rows)
    if (invitedBy?.name && !known.some(({ id }) => id === invitedBy.id)) news.set(invitedBy.id, invitedBy)
  if (news.size === 0) return known
  const next = [...known, ...news.values()].sort((a, b) => a.name.localeCompare(b.name, locale))
  setKnown(next)
  return next
}
