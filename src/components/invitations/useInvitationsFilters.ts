import { useMemo } from 'react'
import type { InvitationsFilters, ListedStatus } from '../../contract/invitations-query.ts'
import { invitationsMessages } from '../../messages/invitations.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import type { WordedFilter } from '../list-toolbar/worded-filter.ts'
import type { InvitationsMessages } from './expiry-text.ts'

/** The filters that the toolbar offers, and the chosen ones. */
export interface InvitationsFiltersOptions {
  /** The roles to filter by, as `useRoles` returns them. */
  roles?: readonly InvitationsFilterOption[] | undefined
  /** The teams to filter by, as `useTeams` returns them. */
  teams?: readonly InvitationsFilterOption[] | undefined
  /** People who have invited someone. */
  inviters?: readonly InvitationsFilterOption[] | undefined
  filters?: InvitationsFilters | undefined
  /** Called with the filters that change. Filters that it leaves out keep their value. */
  onFiltersChange?: ((filters: InvitationsFilters) => void) | undefined
}

/** A role, a team or a person to filter by. */
export interface InvitationsFilterOption {
  id: string
  name: string
}

const none: readonly string[] = []
const statuses = ['pending', 'expired'] as const satisfies readonly ListedStatus[]
const deliveries = ['queued', 'sent', 'failed'] as const

/** Returns the offered filters, in order. */
export function useInvitationsFilters(given: InvitationsFiltersOptions): WordedFilter[] {
  const { roles, teams, inviters, filters, onFiltersChange } = given
  const messages = useMessages(invitationsMessages)
  return useMemo(
    () => (onFiltersChange ? worded({ roles, teams, inviters, filters, onFiltersChange }, messages) : []),
    [roles, teams, inviters, filters, onFiltersChange, messages],
  )
}

function worded(
  { roles, teams, inviters, filters = {}, onFiltersChange }: InvitationsFiltersOptions,
  { toolbar: t, delivery }: InvitationsMessages,
): WordedFilter[] {
  const filter = (
    id: keyof InvitationsFilters,
    label: string,
    options: readonly InvitationsFilterOption[],
  ): WordedFilter => ({
    id,
    label,
    options: options.map((option) => ({ value: option.id, label: option.name })),
    value: filters[id] ?? none,
    onValueChange: (values) => onFiltersChange?.({ [id]: values }),
  })
  return [
    ...(roles
      ? [{ ...filter('roleIds', t.role, roles), searchLabel: t.searchRoles({ count: roles.length }) }]
      : []),
    ...(teams
      ? [{ ...filter('teamIds', t.team, teams), searchLabel: t.searchTeams({ count: teams.length }) }]
      : []),
    {
      ...filter(
        'statuses',
        t.status,
        statuses.map((id) => ({ id, name: t[id] })),
      ),
      folds: true,
    },
    {
      ...filter(
        'deliveries',
        t.delivery,
        deliveries.map((id) => ({ id, name: delivery[id] })),
      ),
      folds: true,
    },
    ...(inviters && inviters.length > 0
      ? [
          {
            ...filter('invitedBy', t.inviter, inviters),
            searchLabel: t.searchInviters({ count: inviters.length }),
            folds: true,
          },
        ]
      : []),
  ]
}
