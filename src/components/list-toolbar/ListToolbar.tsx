import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useRef } from 'react'
import { classNames } from '../../primitives/element/class-names.ts'
import type { Slot } from '../../primitives/element/slot.ts'
import { SearchField } from '../../primitives/search-field/SearchField.tsx'
import { ListFilters } from './ListFilters.tsx'
import type { OpenFiltersProps } from './OpenFilters.tsx'
import { useSearchShortcut } from './useSearchShortcut.ts'

interface ListToolbarProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    Pick<OpenFiltersProps, 'filters' | 'sorting'> {
  search: string
  /** Omit it and there is no search. */
  onSearchChange: ((search: string) => void) | undefined
  searchLabel: string
  searchPlaceholder: string
  onClearFilters: () => void
  /** Shown beside the count if the container is narrow. */
  note?: ReactNode
  /** The count, at the end. */
  count: Slot
  /** The menu after the count. */
  options: Slot
}

/** Search, filters, the count and what the table shows. `/` goes to the search, Escape empties it. */
export const ListToolbar = forwardRef<HTMLDivElement, ListToolbarProps>(function ListToolbar(
  {
    search,
    onSearchChange,
    searchLabel,
    searchPlaceholder,
    filters,
    sorting,
    onClearFilters,
    note,
    count,
    options,
    className,
    ...rest
  },
  ref,
) {
  const field = useRef<HTMLInputElement>(null)
  useSearchShortcut(field)
  const isFoldable = filters.some(({ folds }) => folds)
  return (
    <div ref={ref} className={classNames('roster-list-toolbar', className)} {...rest}>
      <div className="roster-toolbar" data-folds={isFoldable ? '' : undefined}>
        {onSearchChange && (
          <SearchField
            ref={field}
            label={searchLabel}
            placeholder={searchPlaceholder}
            shortcut="/"
            value={search}
            onValueChange={onSearchChange}
          />
        )}
        <ListFilters filters={filters} sorting={sorting} onClear={onClearFilters} />
        <div className="roster-toolbar-end">
          {count}
          {note && <span className="roster-toolbar-note">{note}</span>}
          {options}
        </div>
      </div>
    </div>
  )
})
