import { memo } from 'react'
import { Filter } from '../../primitives/filter/Filter.tsx'
import { FilterSheet, type FilterSheetProps } from './FilterSheet.tsx'

/** The filters of a toolbar, and the button for its sheet. They don't render when only the search or the count changes. */
export const ListFilters = memo(function ListFilters({ filters, sorting, onClear }: FilterSheetProps) {
  return (
    <>
      {filters.map(({ id, folds = false, ...filter }) => (
        <Filter key={id} className={folds ? 'roster-list-folded' : undefined} {...filter} />
      ))}
      {(filters.length > 0 || sorting) && (
        <FilterSheet filters={filters} sorting={sorting} onClear={onClear} />
      )}
    </>
  )
})
