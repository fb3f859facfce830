import { useMemo } from 'react'
import type { UsersQuery } from '../../contract/users-query.ts'
import { usersSettingsMessages } from '../../messages/users-settings.ts'
import type { FilterOption } from '../../primitives/filter/Filter.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'

/** Ids of the roles and teams that are chosen. */
export type ChosenFilters = Pick<UsersQuery, 'roleIds' | 'teamIds'>

/** What can be chosen, what is, and who hears of it. */
export interface UsersFiltersOptions {
  /** The roles to filter by, as `useRoles` answers them. */
  roles?: readonly FilteredThing[] | undefined
  /** The teams to filter by, as `useTeams` answers them. */
  teams?: readonly FilteredThing[] | undefined
  filters?: ChosenFilters | undefined
  /** Hears what changes; what is left out stays. */
  onFiltersChange?: ((filters: ChosenFilters) => void) | undefined
}

interface FilteredThing {
  id: string
  name: string
  userCount?: number | undefined
}

/** A filter with its words. */
export interface WordedFilter {
  id: keyof ChosenFilters
  label: string
  searchLabel: string
  options: readonly FilterOption[]
  value: readonly string[]
  onValueChange: (ids: string[]) => void
}

const none: readonly string[] = []

/** The filters that there are, in order. */
export function useUsersFilters(given: UsersFiltersOptions): WordedFilter[] {
  const { roles, teams, filters = {}, onFiltersChange } = given
  const { roleIds = none, teamIds = none } = filters
  const t = useMessages(usersSettingsMessages).toolbar
  return useMemo(() => {
    const worded: WordedFilter[] = []
    if (roles && onFiltersChange)
      worded.push({
        id: 'roleIds',
        label: t.role,
        searchLabel: t.searchRoles({ count: roles.length }),
        options: roles.map(toOption),
        value: roleIds,
        onValueChange: (ids) => onFiltersChange({ roleIds: ids }),
      })
    if (teams && onFiltersChange)
      worded.push({
        id: 'teamIds',
        label: t.team,
        searchLabel: t.searchTeams({ count: teams.length }),
        options: teams.map(toOption),
        value: teamIds,
        onValueChange: (ids) => onFiltersChange({ teamIds: ids }),
      })
    return worded
  }, [roles, teams, roleIds, teamIds, onFiltersChange, t])
}

const toOption = ({ id, name, userCount }: FilteredThing): FilterOption => ({
  value: id,
  label: name,
  count: userCount,
})
