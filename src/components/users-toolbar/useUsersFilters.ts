import { useMemo } from 'react'
import type { UsersFilters } from '../../contract/users-query.ts'
import { usersSettingsMessages } from '../../messages/users-settings.ts'
import type { FilterOption } from '../../primitives/filter/filter-option.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import type { WordedFilter } from '../list-toolbar/worded-filter.ts'

/** The filters that the toolbar offers, and the chosen ones. */
export interface UsersFiltersOptions {
  /** The roles to filter by, as `useRoles` returns them. */
  roles?: readonly UsersFilterOption[] | undefined
  /** The teams to filter by, as `useTeams` returns them. */
  teams?: readonly UsersFilterOption[] | undefined
  filters?: UsersFilters | undefined
  /** Called with the filters that change. Filters that it leaves out keep their value. */
  onFiltersChange?: ((filters: UsersFilters) => void) | undefined
}

/** A role or a team to filter by. */
export interface UsersFilterOption {
  id: string
  name: string
  /** How many users it has, shown beside its name. */
  userCount?: number | undefined
}

const none: readonly string[] = []

/** Returns the offered filters, in order. */
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

const toOption = ({ id, name, userCount }: UsersFilterOption): FilterOption => ({
  value: id,
  label: name,
  count: userCount,
})
