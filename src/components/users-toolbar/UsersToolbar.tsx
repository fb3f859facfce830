import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useCallback, useMemo } from 'react'
import type { UsersSort } from '../../contract/users-query.ts'
import { usersSettingsMessages } from '../../messages/users-settings.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { ListCount, type ListCountProps } from '../list-toolbar/ListCount.tsx'
import { ListToolbar } from '../list-toolbar/ListToolbar.tsx'
import { UsersOptions, type UsersOptionsProps } from './UsersOptions.tsx'
import { type UsersFiltersOptions, useUsersFilters } from './useUsersFilters.ts'

/** What the toolbar shows, and its callbacks. A control without a callback isn't rendered. */
export interface UsersToolbarProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    UsersFiltersOptions,
    Partial<UsersOptionsProps> {
  /** The text of the search field. @default '' */
  search?: string | undefined
  /** Called as the text changes. Omit it and the search isn't rendered. */
  onSearchChange?: ((search: string) => void) | undefined
  /** @default 'name' */
  sort?: UsersSort | undefined
  /** What the backend can sort by. @default all */
  sorts?: readonly string[] | undefined
  /** Omit it and a narrow list can't be sorted. */
  onSortChange?: ((sort: UsersSort) => void) | undefined
  /** The number of users, or `loading`. Leave it out if it isn't known. */
  count?: ListCountProps['count']
  /** Shown beside the count if the container is narrow. */
  note?: ReactNode
}

const orders = ['name', '-name', '-lastActive', 'lastActive', '-joined', 'joined'] as const

/** Search, filters, the count and what the table shows. `/` goes to the search, Escape empties it. */
export const UsersToolbar = forwardRef<HTMLDivElement, UsersToolbarProps>(function UsersToolbar(
  {
    search = '',
    onSearchChange,
    roles,
    teams,
    filters: chosen,
    onFiltersChange,
    sort = 'name',
    sorts,
    onSortChange,
    count,
    note,
    hiddenColumns,
    onHiddenColumnsChange,
    unknownColumns,
    customColumns,
    density,
    onDensityChange,
    onExport,
    exportReason,
    exportCount,
    onShowRecent,
    recentNote,
    ...rest
  },
  ref,
) {
  const t = useMessages(usersSettingsMessages).toolbar
  const filters = useUsersFilters({ roles, teams, filters: chosen, onFiltersChange })
  const sorting = useMemo(() => {
    const offered = orders.filter((order) => sorts?.includes(order.replace('-', '')) ?? true)
    if (!onSortChange || offered.length === 0) return undefined
    return {
      options: offered.map((order) => ({ value: order, label: t.sorts[order] })),
      value: sort,
      onValueChange: (value: string) => onSortChange(value as UsersSort),
    }
  }, [sorts, sort, onSortChange, t])
  const clearFilters = useCallback(() => onFiltersChange?.({ roleIds: [], teamIds: [] }), [onFiltersChange])

  return (
    <ListToolbar
      ref={ref}
      search={search}
      onSearchChange={onSearchChange}
      searchLabel={t.searchLabel}
      searchPlaceholder={t.search}
      filters={filters}
      sorting={sorting}
      onClearFilters={clearFilters}
      note={note}
      count={<ListCount count={count} words={t} />}
      options={
        <UsersOptions
          hiddenColumns={hiddenColumns}
          onHiddenColumnsChange={onHiddenColumnsChange}
          unknownColumns={unknownColumns}
          customColumns={customColumns}
          density={density}
          onDensityChange={onDensityChange}
          onExport={onExport}
          exportReason={exportReason}
          exportCount={exportCount}
          onShowRecent={onShowRecent}
          recentNote={recentNote}
        />
      }
      {...rest}
    />
  )
})
