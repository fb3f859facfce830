import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useRef } from 'react'
import { usersSettingsMessages } from '../../messages/users-settings.ts'
import { classNames } from '../../primitives/element/class-names.ts'
import { Filter } from '../../primitives/filter/Filter.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { SearchField } from '../../primitives/search-field/SearchField.tsx'
import { UsersCount, type UsersCountProps } from './UsersCount.tsx'
import { UsersFilterSheet } from './UsersFilterSheet.tsx'
import { UsersOptions, type UsersOptionsProps } from './UsersOptions.tsx'
import type { UsersSortSelectProps } from './UsersSortSelect.tsx'
import { useSearchShortcut } from './useSearchShortcut.ts'
import { type UsersFiltersOptions, useUsersFilters } from './useUsersFilters.ts'

/** What the toolbar shows, and its callbacks. A control without a callback isn't rendered. */
export interface UsersToolbarProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    UsersFiltersOptions,
    UsersSortSelectProps,
    Partial<UsersOptionsProps> {
  search?: string | undefined
  onSearchChange?: ((search: string) => void) | undefined
  /** The number of users. Leave it out if it isn't known. */
  count?: UsersCountProps['count']
  /** Shown beside the count if the container is narrow. */
  note?: ReactNode
}

/** Search, filters, the count and what the table shows. `/` goes to the search, Escape empties it. */
export const UsersToolbar = forwardRef<HTMLDivElement, UsersToolbarProps>(function UsersToolbar(
  {
    search = '',
    onSearchChange,
    roles,
    teams,
    filters: chosen,
    onFiltersChange,
    sort,
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
    className,
    ...rest
  },
  ref,
) {
  const t = useMessages(usersSettingsMessages).toolbar
  const field = useRef<HTMLInputElement>(null)
  useSearchShortcut(field)
  const filters = useUsersFilters({ roles, teams, filters: chosen, onFiltersChange })

  return (
    <div ref={ref} className={classNames('roster-users-toolbar', className)} {...rest}>
      <div className="roster-toolbar">
        {onSearchChange && (
          <SearchField
            ref={field}
            label={t.searchLabel}
            placeholder={t.search}
            shortcut="/"
            value={search}
            onValueChange={onSearchChange}
          />
        )}
        {filters.map(({ id, ...filter }) => (
          <Filter key={id} {...filter} />
        ))}
        {(filters.length > 0 || (onSortChange && sorts?.length !== 0)) && (
          <UsersFilterSheet
            filters={filters}
            sort={sort}
            sorts={sorts}
            onSortChange={onSortChange}
            onClear={() => onFiltersChange?.({ roleIds: [], teamIds: [] })}
          />
        )}
        <div className="roster-toolbar-end">
          <UsersCount count={count} />
          {note && <span className="roster-toolbar-note">{note}</span>}
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
        </div>
      </div>
    </div>
  )
})
