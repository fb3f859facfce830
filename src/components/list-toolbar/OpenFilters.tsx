import { useMemo, useState } from 'react'
import { fieldsMessages } from '../../messages/fields.ts'
import { usersSettingsMessages } from '../../messages/users-settings.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { Checkbox } from '../../primitives/checkbox/Checkbox.tsx'
import { Choice } from '../../primitives/choice/Choice.tsx'
import { FilterNotes } from '../../primitives/filter/FilterNotes.tsx'
import { findOptions } from '../../primitives/filter/find-options.ts'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { SearchField } from '../../primitives/search-field/SearchField.tsx'
import { Sheet } from '../../primitives/sheet/Sheet.tsx'
import { SortSelect, type SortSelectProps } from './SortSelect.tsx'
import type { WordedFilter } from './worded-filter.ts'

/** Props of {@link OpenFilters}. */
export interface OpenFiltersProps {
  filters: readonly WordedFilter[]
  /** How many options are chosen, of all filters. */
  chosen: number
  /** Clears all filters. */
  onClear: () => void
  /** The order of the list. Omit it and its select isn't rendered. */
  sorting?: SortSelectProps | undefined
  onOpenChange: (open: boolean) => void
}

/** The sheet of order and filters of a narrow container. */
export function OpenFilters({ filters, chosen, onClear, sorting, onOpenChange }: OpenFiltersProps) {
  const t = useMessages(usersSettingsMessages).toolbar
  const fields = useMessages(fieldsMessages)
  return (
    <Sheet
      open
      onOpenChange={onOpenChange}
      title={t.filters}
      footer={
        chosen > 0 && (
          <>
            <span className="roster-list-filter-chosen">
              <bdi>{fields.chosen({ count: chosen })}</bdi>
            </span>
            <Button onClick={onClear}>{fields.clear}</Button>
          </>
        )
      }
    >
      {sorting && <SortSelect {...sorting} />}
      {filters.map((filter) => (
        <FilterGroup key={filter.id} {...filter} />
      ))}
    </Sheet>
  )
}

function FilterGroup({ label, searchLabel, options, value, onValueChange }: WordedFilter) {
  const [search, setSearch] = useState('')
  const { isSearched, shown, more } = useMemo(() => findOptions(options, search), [options, search])
  const formats = useFormats()
  const toggle = (id: string) => {
    const others = value.filter((chosen) => chosen !== id)
    onValueChange(others.length < value.length ? others : [...others, id])
  }
  return (
    <fieldset className="roster-list-filter-group">
      <legend className="roster-list-filter-title">{label}</legend>
      {isSearched && (
        <SearchField
          label={searchLabel ?? label}
          placeholder={searchLabel}
          value={search}
          onValueChange={setSearch}
        />
      )}
      {shown.map((option) => (
        <Choice
          key={option.value}
          dense
          title={<bdi>{option.label}</bdi>}
          end={option.count !== undefined && formats.number(option.count)}
          control={(names) => (
            <Checkbox
              {...names}
              checked={value.includes(option.value)}
              onChange={() => toggle(option.value)}
            />
          )}
        />
      ))}
      <FilterNotes found={shown.length} more={more} />
    </fieldset>
  )
}
