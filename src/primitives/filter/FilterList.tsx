import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { fieldsMessages } from '../../messages/fields.ts'
import { Button } from '../button/Button.tsx'
import { noForm } from '../element/no-form.ts'
import { Icon } from '../icon/Icon.tsx'
import { scrollToOption } from '../option-list/scroll-to-option.ts'
import { useActiveOption } from '../option-list/useActiveOption.ts'
import { useFormats } from '../roster-ui/useFormats.ts'
import { useMessages } from '../roster-ui/useMessages.ts'
import type { FilterOption } from './Filter.tsx'
import { findOptions } from './find-options.ts'

interface FilterListProps {
  label: string
  searchLabel: string | undefined
  options: readonly FilterOption[]
  value: readonly string[]
  onValueChange: (value: string[]) => void
  onClose: () => void
}

/** The open filter: a search where it is worth one, checks, how many are chosen. */
export function FilterList({ label, searchLabel, options, value, onValueChange, onClose }: FilterListProps) {
  const [search, setSearch] = useState('')
  const id = useId()
  const t = useMessages(fieldsMessages)
  const formats = useFormats()
  const list = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const { isSearched, shown, more } = useMemo(() => findOptions(options, search), [options, search])
  const active = useActiveOption(shown.length)

  useEffect(() => {
    const target = field.current ?? list.current
    target?.focus()
  }, [])
  useEffect(() => scrollToOption(list.current, active.index), [active.index])

  const toggle = (option: FilterOption | undefined) => {
    if (!option) return
    const without = value.filter((chosen) => chosen !== option.value)
    onValueChange(without.length === value.length ? [...value, option.value] : without)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter' || (event.key === ' ' && !isSearched)) toggle(shown[active.index])
    else if (!active.move(event.key)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const pointsAt = {
    'aria-activedescendant': shown.length > 0 ? `${id}-${active.index}` : undefined,
    onKeyDown,
  }

  return (
    <>
      {isSearched && (
        <div className="roster-popover-search">
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
            className="roster-popover-search-input"
            autoComplete="off"
            value={search}
            onChange={(event) => {
              setSearch(event.target.value)
              active.setIndex(0)
            }}
            {...pointsAt}
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
        className="roster-option-list"
        data-cut={isSearched ? '' : undefined}
        {...(isSearched ? {} : pointsAt)}
      >
        {shown.map((option, index) => (
          <button
            key={option.value}
            type="button"
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={value.includes(option.value)}
            className="roster-option"
            data-active={index === active.index ? '' : undefined}
            onPointerMove={() => active.setIndex(index)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => toggle(option)}
          >
            <span
              className="roster-checkbox"
              aria-hidden="true"
              data-checked={value.includes(option.value) ? '' : undefined}
            />
            <span className="roster-option-text">{option.label}</span>
            {option.count !== undefined && (
              <span className="roster-option-end">{formats.number(option.count)}</span>
            )}
          </button>
        ))}
      </div>
      {shown.length === 0 && <p className="roster-option-none">{t.nothingFound}</p>}
      {more > 0 && <p className="roster-option-none">{t.more({ count: more })}</p>}
      {value.length > 0 && (
        <div className="roster-popover-foot">
          <bdi>{t.chosen({ count: value.length })}</bdi>
          <Button variant="quiet" onClick={() => onValueChange([])}>
            {t.clear}
          </Button>
        </div>
      )}
    </>
  )
}
