import { type ComponentPropsWithoutRef, forwardRef, useEffect, useId, useRef } from 'react'
import { fieldsMessages } from '../../messages/fields.ts'
import { useActiveOption } from '../composite/useActiveOption.ts'
import { classNames } from '../element/class-names.ts'
import { mergeProps } from '../element/merge-props.ts'
import { useControlled } from '../element/useControlled.ts'
import { useLatest } from '../element/useLatest.ts'
import { useMergedRef } from '../element/useMergedRef.ts'
import { Field, type FieldTexts } from '../field/Field.tsx'
import { Icon } from '../icon/Icon.tsx'
import { Option } from '../option-list/Option.tsx'
import { useScrollToOption } from '../option-list/useScrollToOption.ts'
import { PopupSurface } from '../popup/PopupSurface.tsx'
import { usePopup } from '../popup/usePopup.ts'
import { useRefusal } from '../refusal/useRefusal.ts'
import { useMessages } from '../roster-ui/useMessages.ts'
import type { SelectOption } from './select-option.ts'
import { useSelectKeys } from './useSelectKeys.ts'

/** Props of {@link Select}. Other props are passed to the button. */
export interface SelectProps
  extends Omit<ComponentPropsWithoutRef<'button'>, 'value' | 'defaultValue'>,
    FieldTexts {
  options: readonly SelectOption[]
  value?: string
  defaultValue?: string
  onValueChange?: (value: string) => void
  /** Called when the list opens, and after it has closed. */
  onOpenChange?: (open: boolean) => void
  /** Shown while nothing is chosen. */
  placeholder?: string
  /** Why it can't be changed: a sentence. */
  reason?: string
}

/** A field that opens its options: the ARIA pattern of a select-only combobox. */
export const Select = forwardRef<HTMLButtonElement, SelectProps>(function Select(
  {
    label,
    options,
    value,
    defaultValue = '',
    onValueChange,
    onOpenChange,
    placeholder,
    hint,
    optional,
    reason,
    className,
    ...rest
  },
  ref,
) {
  const [chosen, choose] = useControlled(value, defaultValue, onValueChange)
  const t = useMessages(fieldsMessages)
  const id = useId()
  const popup = usePopup({ role: 'listbox', fit: true })
  const { isOpen, close } = popup
  const active = useActiveOption(options)
  const refusal = useRefusal({ reason, disabled: rest['aria-disabled'] })
  const isReported = useRef(false)
  const latestOpenChange = useLatest(onOpenChange)
  useEffect(() => {
    if (isOpen === isReported.current) return
    isReported.current = isOpen
    latestOpenChange.current?.(isOpen)
  }, [isOpen])
  useScrollToOption(popup.surface.ref, active.index, isOpen)
  const current = options.find((option) => option.value === chosen)

  const open = () => {
    active.point(chosen)
    popup.open()
  }
  const pick = (option: SelectOption | undefined) => {
    if (!option || option.reason) return
    if (option.value !== chosen) choose(option.value)
    close()
  }
  const onKeyDown = useSelectKeys({
    isOpen,
    active,
    chosen,
    open,
    close,
    choose: () => pick(options[active.index]),
  })

  const { ref: trigger, 'data-open': dataOpen, ...triggerProps } = popup.trigger
  const { onClick, ...props } = mergeProps(rest, {
    ...mergeProps(refusal.anchor, { 'aria-describedby': hint ? `${id}-hint` : undefined }),
    onClick: isOpen ? close : open,
    onKeyDown,
  })
  return (
    <Field {...{ label, hint, optional }} labelId={`${id}-label`} noteId={`${id}-hint`}>
      <button
        {...triggerProps}
        ref={useMergedRef(trigger, ref)}
        type="button"
        role="combobox"
        aria-expanded={isOpen}
        aria-activedescendant={isOpen && active.index >= 0 ? `${id}-${active.index}` : undefined}
        aria-labelledby={`${id}-label ${id}-value`}
        className={classNames('roster-select', className)}
        data-open={dataOpen}
        {...props}
        aria-disabled={refusal.refuses || undefined}
        onClick={refusal.guard(onClick)}
      >
        <span id={`${id}-value`} className="roster-select-value" data-empty={current ? undefined : ''}>
          <bdi>{current?.label ?? placeholder ?? t.choose}</bdi>
          {current?.badge}
        </span>
        <Icon name="chevron-down" />
      </button>
      {refusal.tooltip}
      <PopupSurface label={label} popup={popup}>
        {options.map((option, index) => (
          <Option
            key={option.value}
            id={`${id}-${index}`}
            label={option.label}
            badge={option.badge}
            note={option.note}
            reason={option.reason}
            selected={option.value === chosen}
            active={index === active.index}
            end={option.value === chosen && <Icon name="check" />}
            onPoint={() => active.point(option.value)}
            onChoose={() => pick(option)}
          />
        ))}
      </PopupSurface>
    </Field>
  )
})
