import { useState } from 'react'
import type { InvitationsFilterOption } from '../../components/invitations/useInvitationsFilters.ts'
import type { Inviter } from '../../contract/invitations.ts'
import type { InvitationsListResult } from '../../hooks/useInvitationsList.ts'
import { useRosterUI } from '../../primitives/roster-ui/RosterUIContext.ts'

const nobody: readonly InvitationsFilterOption[] = []

/**
 * Returns the people who have invited someone: those that the backend lists, and those whose invitations were shown. A
 * name that was changed or erased doesn't stay.
 */
export function useInviters(
  { rows }: InvitationsListResult,
  listed: readonly Inviter[] = [],
): readonly InvitationsFilterOption[] {
  const { locale } = useRosterUI()
  const [known, setKnown] = useState(nobody)
  const names = new Map(known.map(({ id, name }) => [id, name]))
  for (const { id, name } of listed) names.set(id, name)
  for (const { invitedBy } of rows) if (invitedBy) names.set(invitedBy.id, invitedBy.name)
  const next = [...names]
    .flatMap(([id, name]) => (name ? { id, name } : []))
    .sort((a, b) => a.name.localeCompare(b.name, locale))
  if (JSON.stringify(next) === JSON.stringify(known)) return known
  setKnown(next)
  return next
}
