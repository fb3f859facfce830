import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { fieldsMessages } from '../../messages/fields.ts'
import { Button } from '../button/Button.tsx'
import { CheckboxMark } from '../checkbox/CheckboxMark.tsx'
import { useActiveOption } from '../composite/useActiveOption.ts'
import { isComposing } from '../element/is-composing.ts'
import { noForm } from '../element/no-form.ts'
import { Icon } from '../icon/Icon.tsx'
import { Option } from '../option-list/Option.tsx'
import { useScrollToOption } from '../option-list/useScrollToOption.ts'
import { useFormats } from '../roster-ui/useFormats.ts'
import { useMessages } from '../roster-ui/useMessages.ts'
import { FilterNotes } from './FilterNotes.tsx'
import type { FilterOption } from './filter-option.ts'
import { findOptions } from './find-options.ts'

/** Props of {@link FilterList}. */
export interface FilterListProps {
  label: string
  searchLabel: string | undefined
  options: readonly FilterOption[]
  value: readonly string[]
  onValueChange: (value: string[]) => void
}

/** The open filter: a search if there are many options, checkboxes, and how many are chosen. */
export function FilterList({ label, searchLabel, options, value, onValueChange }: FilterListProps) {
  const [search, setSearch] = useState('')
  const id = useId()
  const t = useMessages(fieldsMessages)
  const formats = useFormats()
  const list = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const { isSearched, shown, more } = useMemo(() => findOptions(options, search), [options, search])
  const active = useActiveOption(shown, isSearched ? 'search' : 'list')
  useScrollToOption(list, active.index)

  useEffect(() => {
    const target = field.current ?? list.current
    target?.focus()
  }, [])

  const toggle = (option: FilterOption | undefined) => {
    if (!option) return
    const without = value.filter((chosen) => chosen !== option.value)
    onValueChange(without.length === value.length ? [...value, option.value] : without)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event)) return
    const chooses = event.key === 'Enter' || (event.key === ' ' && !isSearched)
    if (!active.move(event)) {
      if (!chooses) return
      toggle(shown[active.index])
    }
    event.preventDefault()
    event.stopPropagation()
  }
  const combobox = {
    'aria-activedescendant': active.index >= 0 ? `${id}-${active.index}` : undefined,
    onKeyDown,
  }

  return (
    <>
      {isSearched && (
        <div className="roster-filter-search">
          <Icon name="search" />
          <input
            ref={field}
            form={noForm}
            role="combobox"
            aria-expanded
            aria-autocomplete="list"
            aria-controls={`${id}-list`}
            aria-label={searchLabel ?? label}
            placeholder={searchLabel}
            className="roster-filter-search-input"
            autoComplete="off"
            value={search}
            onChange={(event) => {
              setSearch(event.target.value)
              active.point(undefined)
            }}
            {...combobox}
          />
        </div>
      )}
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        aria-multiselectable
        tabIndex={isSearched ? -1 : 0}
        className="roster-filter-list"
        data-cut={isSearched ? '' : undefined}
        {...(isSearched ? {} : combobox)}
      >
        {shown.map((option, index) => (
          <Option
            key={option.value}
            id={`${id}-${index}`}
            label={option.label}
            start={<CheckboxMark checked={value.includes(option.value)} />}
            end={option.count !== undefined && formats.number(option.count)}
            selected={value.includes(option.value)}
            active={index === active.index}
            onPoint={() => active.point(option.value)}
            onChoose={() => toggle(option)}
          />
        ))}
      </div>
      <FilterNotes found={shown.length} more={more} />
      {value.length > 0 && (
        <div className="roster-filter-foot">
          <bdi>{t.chosen({ count: value.length })}</bdi>
          <Button variant="quiet" onClick={() => onValueChange([])}>
            {t.clear}
          </Button>
        </div>
      )}
    </>
  )
}
