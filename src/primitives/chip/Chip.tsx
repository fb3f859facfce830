import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { classNames } from '../element/class-names.ts'
import { Icon } from '../icon/Icon.tsx'

/** Props of {@link Chip}. Other props are passed to its root element. */
export interface ChipProps extends ComponentPropsWithoutRef<'span'> {
  /** Use `outlined` for what can't be removed here. @default 'filled' */
  variant?: 'filled' | 'outlined'
  /** A less prominent text after the name. */
  note?: ReactNode
  /** Called by the remove button. Omit it and the button isn't rendered. */
  onRemove?: () => void
  /** The name of the remove button. Required with `onRemove`. */
  removeLabel?: string
}

/** A name in a small box. */
export const Chip = forwardRef<HTMLSpanElement, ChipProps>(function Chip(
  { variant = 'filled', note, onRemove, removeLabel, className, children, ...rest },
  ref,
) {
  // A chip with only a name has no inner elements, since a table has hundreds of chips.
  const isPlain = !note && !onRemove
  return (
    <span
      ref={ref}
      className={classNames('roster-chip', className)}
      data-variant={variant}
      data-plain={isPlain ? '' : undefined}
      data-removable={onRemove ? '' : undefined}
      dir={isPlain ? 'auto' : undefined}
      {...rest}
    >
      {isPlain ? (
        children
      ) : (
        <>
          <span className="roster-chip-text" dir="auto">
            {children}
          </span>
          {note && <span className="roster-chip-note">{note}</span>}
          {onRemove && (
            <button type="button" className="roster-chip-remove" aria-label={removeLabel} onClick={onRemove}>
              <Icon name="x" size="tiny" />
            </button>
          )}
        </>
      )}
    </span>
  )
})
