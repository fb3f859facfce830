import { type ComponentPropsWithoutRef, forwardRef, useId, useRef, useState } from 'react'
import { fieldsMessages } from '../../messages/fields.ts'
import { classNames } from '../element/class-names.ts'
import { mergeProps } from '../element/merge-props.ts'
import { useMergedRef } from '../element/useMergedRef.ts'
import { Icon } from '../icon/Icon.tsx'
import { usePopover } from '../popover/usePopover.ts'
import { useFormats } from '../roster-ui/useFormats.ts'
import { useMessages } from '../roster-ui/useMessages.ts'
import { FilterList } from './FilterList.tsx'

/** One choice of a filter. */
export interface FilterOption {
  value: string
  label: string
  /** How many it finds. */
  count?: number
}

/** A filter of a toolbar. The rest of the props go to its opener. */
export interface FilterProps extends Omit<ComponentPropsWithoutRef<'button'>, 'value'> {
  label: string
  options: readonly FilterOption[]
  value: readonly string[]
  /** Told at once, with each choice. */
  onValueChange: (value: string[]) => void
  /** The search over more than eight options: "Search 11 roles". */
  searchLabel?: string
}

/** A dashed button that becomes a chip with what is chosen; as high set as unset, so that nothing moves. */
export const Filter = forwardRef<HTMLButtonElement, FilterProps>(function Filter(
  { label, options, value, onValueChange, searchLabel, className, ...rest },
  ref,
) {
  const [open, setOpen] = useState(false)
  const anchor = useRef<HTMLButtonElement>(null)
  const box = useRef<HTMLSpanElement>(null)
  const id = useId()
  const t = useMessages(fieldsMessages)
  const formats = useFormats()
  const isSet = value.length > 0
  const names = options.filter((option) => value.includes(option.value)).map((option) => option.label)
  const popover = usePopover<HTMLDivElement>({ open, onClose: () => setOpen(false), anchor: box })
  const close = () => {
    setOpen(false)
    anchor.current?.focus()
  }

  return (
    <>
      <span
        ref={box}
        className={classNames('roster-filter', className)}
        data-set={isSet ? '' : undefined}
        data-open={open ? '' : undefined}
      >
        <button
          ref={useMergedRef(anchor, ref)}
          type="button"
          className="roster-filter-open"
          aria-haspopup="dialog"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          {...mergeProps(rest, { onClick: () => setOpen(!open) })}
        >
          {!isSet && <Icon name="plus" size="small" />}
          {label}
          {isSet && (
            <span className="roster-filter-value">
              {names.length > 0 ? formats.list(names) : formats.number(value.length)}
            </span>
          )}
        </button>
        {isSet && (
          <button
            type="button"
            className="roster-filter-remove"
            aria-label={t.remove({ name: label })}
            onClick={() => {
              onValueChange([])
              anchor.current?.focus()
            }}
          >
            <Icon name="x" size="small" />
          </button>
        )}
      </span>
      <div
        ref={popover}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className="roster-popover roster-filter-popover"
      >
        {open && (
          <FilterList
            label={label}
            searchLabel={searchLabel}
            options={options}
            value={value}
            onValueChange={onValueChange}
            onClose={close}
          />
        )}
      </div>
    </>
  )
})
