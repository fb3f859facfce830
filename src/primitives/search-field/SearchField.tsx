import { type ComponentPropsWithoutRef, forwardRef, type KeyboardEvent, useRef } from 'react'
import { fieldsMessages } from '../../messages/fields.ts'
import { classNames } from '../element/class-names.ts'
import { isComposing } from '../element/is-composing.ts'
import { mergeProps } from '../element/merge-props.ts'
import { noForm } from '../element/no-form.ts'
import { useMergedRef } from '../element/useMergedRef.ts'
import { Icon } from '../icon/Icon.tsx'
import { useMessages } from '../roster-ui/useMessages.ts'

/** A search field. Other props are passed to the `<input>`. */
export interface SearchFieldProps
  extends Omit<ComponentPropsWithoutRef<'input'>, 'value' | 'onChange' | 'type'> {
  /** Its name for screen readers. */
  label: string
  value: string
  onValueChange: (value: string) => void
  /** The key that focuses it. It is shown while the field is empty. */
  shortcut?: string
}

/** A text field with a search icon; Escape or its clear button clears it. */
export const SearchField = forwardRef<HTMLInputElement, SearchFieldProps>(function SearchField(
  { label, value, onValueChange, shortcut, className, ...rest },
  ref,
) {
  const input = useRef<HTMLInputElement>(null)
  const t = useMessages(fieldsMessages)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || value === '' || isComposing(event)) return
    event.stopPropagation()
    // Without this, a native dialog around it would close.
    event.preventDefault()
    onValueChange('')
  }
  return (
    <search className={classNames('roster-search', className)}>
      <Icon name="search" className="roster-search-icon" />
      <input
        ref={useMergedRef(input, ref)}
        type="text"
        form={noForm}
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        className="roster-search-input"
        aria-label={label}
        aria-keyshortcuts={shortcut}
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
        {...mergeProps(rest, { onKeyDown })}
      />
      {value !== '' ? (
        <button
          type="button"
          className="roster-search-clear"
          aria-label={t.clearSearch}
          onClick={() => {
            onValueChange('')
            input.current?.focus()
          }}
        >
          <Icon name="x" size="small" />
        </button>
      ) : (
        shortcut && (
          <span className="roster-search-key" aria-hidden="true">
            {shortcut}
          </span>
        )
      )}
    </search>
  )
})
