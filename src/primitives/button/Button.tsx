import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { classNames } from '../element/class-names.ts'
import { mergeProps } from '../element/merge-props.ts'
import type { IconName } from '../icon/drawings.tsx'
import { Icon } from '../icon/Icon.tsx'
import { useRefusal } from '../refusal/useRefusal.ts'
import { Spinner } from '../spinner/Spinner.tsx'

/** How a button looks and why it may refuse. */
export interface ButtonProps extends ComponentPropsWithoutRef<'button'> {
  /** One `primary` on a surface; `danger` is for the button that does it, `danger-quiet` for one that opens a confirmation. @default 'outlined' */
  variant?: 'outlined' | 'primary' | 'danger' | 'quiet' | 'danger-quiet' | 'link'
  /** As wide as its place and 40 px high. @default 'medium' */
  size?: 'medium' | 'large'
  /** A drawing before the text. */
  icon?: IconName
  /** Why it can't be used: a sentence. It stays focusable, says so in a tooltip, and does nothing. */
  reason?: string
  /** It is working: it keeps its text, spins, and does nothing when pressed again. @default false */
  pending?: boolean
}

/** Does what its text says. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  {
    variant = 'outlined',
    size = 'medium',
    icon,
    reason,
    pending = false,
    className,
    children,
    onClick,
    ...rest
  },
  ref,
) {
  const refusal = useRefusal({ reason, pending, disabled: rest['aria-disabled'] })
  return (
    <>
      <button
        ref={ref}
        type="button"
        className={classNames('roster-button', className)}
        data-variant={variant}
        data-size={size}
        data-leading={icon || pending ? '' : undefined}
        data-pending={pending ? '' : undefined}
        {...mergeProps(rest, refusal.anchor)}
        aria-disabled={refusal.refuses || undefined}
        aria-busy={pending || undefined}
        onClick={refusal.guard(onClick)}
      >
        {pending ? <Spinner /> : icon && <Icon name={icon} />}
        <span className="roster-button-text">{children}</span>
      </button>
      {refusal.tooltip}
    </>
  )
})
