import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { fieldsMessages } from '../../messages/fields.ts'
import { classNames } from '../element/class-names.ts'
import { mergeProps } from '../element/merge-props.ts'
import { useControlled } from '../element/useControlled.ts'
import { useMergedRef } from '../element/useMergedRef.ts'
import { Icon } from '../icon/Icon.tsx'
import { scrollToOption } from '../option-list/scroll-to-option.ts'
import { useActiveOption } from '../option-list/useActiveOption.ts'
import { usePopover } from '../popover/usePopover.ts'
import { useMessages } from '../roster-ui/useMessages.ts'

/** One choice of a select. */
export interface SelectOption {
  value: string
  label: string
  /** A quieter line under it. */
  note?: ReactNode
  /** Beside it: a `Badge`. */
  badge?: ReactNode
  /** Why it can't be chosen: a sentence, shown in place of the note. */
  reason?: string
}

/** A labelled choice of one. The rest of the props go to the button. */
export interface SelectProps extends Omit<ComponentPropsWithoutRef<'button'>, 'value' | 'defaultValue'> {
  label: string
  options: readonly SelectOption[]
  value?: string
  defaultValue?: string
  onValueChange?: (value: string) => void
  /** Shown while nothing is chosen. */
  placeholder?: string
  hint?: ReactNode
  /** @default false */
  optional?: boolean
}

/** A field that opens its options, by the ARIA pattern of a select-only combobox. */
export const Select = forwardRef<HTMLButtonElement, SelectProps>(function Select(
  {
    label,
    options,
    value,
    defaultValue = '',
    onValueChange,
    placeholder,
    hint,
    optional = false,
    className,
    ...rest
  },
  ref,
) {
  const [chosen, choose] = useControlled(value, defaultValue, onValueChange)
  const [open, setOpen] = useState(false)
  const chosenIndex = options.findIndex((option) => option.value === chosen)
  const active = useActiveOption(options.length)
  const anchor = useRef<HTMLButtonElement>(null)
  const id = useId()
  const t = useMessages(fieldsMessages)
  const close = () => setOpen(false)
  const list = usePopover<HTMLDivElement>({ open, onClose: close, anchor, fit: true })
  const current = options[chosenIndex]

  useEffect(() => {
    if (open) scrollToOption(list.current, active.index)
  }, [open, active.index, list])

  const show = () => {
    active.setIndex(Math.max(chosenIndex, 0))
    setOpen(true)
  }
  const pick = (option: SelectOption | undefined) => {
    if (!option || option.reason) return
    if (option.value !== chosen) choose(option.value)
    close()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Tab') return open ? pick(options[active.index]) : undefined
    const handled = open ? onKeyWhileOpen(event.key) : onKeyWhileClosed(event.key)
    if (!handled) return
    event.preventDefault()
    event.stopPropagation()
  }
  const onKeyWhileClosed = (key: string) => {
    const opens = ['ArrowDown', 'ArrowUp', 'Enter', ' '].includes(key)
    if (opens) show()
    return opens
  }
  const onKeyWhileOpen = (key: string) => {
    if (key === 'Escape') close()
    else if (key === 'Enter' || key === ' ') pick(options[active.index])
    else if (key.length === 1) jumpTo(key)
    else return active.move(key)
    return true
  }
  const jumpTo = (letter: string) => {
    const starts = (option: SelectOption) => option.label.toLowerCase().startsWith(letter.toLowerCase())
    const after = options.findIndex((option, index) => index > active.index && starts(option))
    const index = after >= 0 ? after : options.findIndex(starts)
    if (index >= 0) active.setIndex(index)
  }

  return (
    <div className="roster-field">
      <span id={`${id}-label`} className="roster-label">
        {label}
        {optional && <span className="roster-label-note"> {t.optional}</span>}
      </span>
      <button
        ref={useMergedRef(anchor, ref)}
        type="button"
        role="combobox"
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={open ? `${id}-${active.index}` : undefined}
        aria-labelledby={`${id}-label ${id}-value`}
        className={classNames('roster-select', className)}
        data-open={open ? '' : undefined}
        {...mergeProps(rest, {
          'aria-describedby': hint ? `${id}-hint` : undefined,
          onClick: () => (open ? close() : show()),
          onKeyDown,
        })}
      >
        <span id={`${id}-value`} className="roster-select-value" data-empty={current ? undefined : ''}>
          {current?.label ?? placeholder ?? t.choose}
          {current?.badge}
        </span>
        <Icon name="chevron-down" />
      </button>
      {hint && (
        <span id={`${id}-hint`} className="roster-hint">
          {hint}
        </span>
      )}
      <div
        ref={list}
        id={`${id}-list`}
        popover="auto"
        role="listbox"
        aria-label={label}
        className="roster-popover"
      >
        {open &&
          options.map((option, index) => (
            <button
              key={option.value}
              type="button"
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={option.value === chosen}
              aria-disabled={option.reason ? true : undefined}
              className="roster-option"
              data-active={index === active.index ? '' : undefined}
              data-tall={option.note || option.reason ? '' : undefined}
              onPointerMove={() => active.setIndex(index)}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => pick(option)}
            >
              <span className="roster-option-text">
                <span className="roster-option-title">
                  {option.label}
                  {option.badge}
                </span>
                {(option.reason ?? option.note) && (
                  <span className="roster-option-note">{option.reason ?? option.note}</span>
                )}
              </span>
              {option.value === chosen && <Icon name="check" />}
            </button>
          ))}
      </div>
    </div>
  )
})
