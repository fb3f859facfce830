import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { classNames } from '../element/class-names.ts'
import { Icon } from '../icon/Icon.tsx'

/** One of several things that belong to a row or a field. */
export interface ChipProps extends ComponentPropsWithoutRef<'span'> {
  /** Outlined is what cannot be taken away here. @default 'filled' */
  variant?: 'filled' | 'outlined'
  /** Said after the name, quieter. */
  note?: ReactNode
  /** Shows a cross that takes it away. */
  onRemove?: () => void
  /** The cross's name, needed with `onRemove`. */
  removeLabel?: string
}

/** A name in a small box. */
export const Chip = forwardRef<HTMLSpanElement, ChipProps>(function Chip(
  { variant = 'filled', note, onRemove, removeLabel, className, children, ...rest },
  ref,
) {
  // A name alone is the chip's own text: a table has hundreds of them.
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
