import { type ComponentPropsWithoutRef, forwardRef, useRef } from 'react'
import { fieldsMessages } from '../../messages/fields.ts'
import { classNames } from '../element/class-names.ts'
import { noForm } from '../element/no-form.ts'
import { useMergedRef } from '../element/useMergedRef.ts'
import { Icon } from '../icon/Icon.tsx'
import { useMessages } from '../roster-ui/useMessages.ts'

/** A search by typing. The rest of the props go to the `<input>`. */
export interface SearchFieldProps
  extends Omit<ComponentPropsWithoutRef<'input'>, 'value' | 'onChange' | 'type'> {
  /** Its name for screen readers. */
  label: string
  value: string
  onValueChange: (value: string) => void
  /** The key that the page focuses it with, shown while it is empty. */
  shortcut?: string
}

/** A field with a glass; Escape or its cross empties it. */
export const SearchField = forwardRef<HTMLInputElement, SearchFieldProps>(function SearchField(
  { label, value, onValueChange, shortcut, className, onKeyDown, ...rest },
  ref,
) {
  const input = useRef<HTMLInputElement>(null)
  const t = useMessages(fieldsMessages)
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
        onKeyDown={(event) => {
          // A layer around it has kept Escape from itself: that is no veto of the host's.
          const isKept = event.defaultPrevented
          onKeyDown?.(event)
          const isVetoed = event.defaultPrevented && !isKept
          if (isVetoed || event.key !== 'Escape' || value === '') return
          event.stopPropagation()
          // Or a native dialog around it would close.
          event.preventDefault()
          onValueChange('')
        }}
        {...rest}
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
