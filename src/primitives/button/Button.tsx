import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { classNames } from '../element/class-names.ts'
import { mergeProps } from '../element/merge-props.ts'
import type { IconName } from '../icon/drawings.ts'
import { Icon } from '../icon/Icon.tsx'
import { useRefusal } from '../refusal/useRefusal.ts'
import { Spinner } from '../spinner/Spinner.tsx'

/** Props of {@link Button}. Other props are passed to the `<button>`. */
export interface ButtonProps extends ComponentPropsWithoutRef<'button'> {
  /**
   * Use one `primary` button on a surface. `danger` is for a button that deletes something, and `danger-quiet` for one
   * that opens its confirmation. @default 'outlined'
   */
  variant?: 'outlined' | 'primary' | 'danger' | 'quiet' | 'danger-quiet' | 'link'
  /** `large` is as wide as its container and 40 px high. @default 'medium' */
  size?: 'medium' | 'large'
  /** An icon before the text. */
  icon?: IconName
  /**
   * A sentence that explains why the button can't be used. It stays focusable, shows the sentence in a tooltip, and
   * ignores clicks.
   */
  reason?: string
  /** Whether its action is running. It keeps its text, shows a spinner, and ignores clicks. @default false */
  pending?: boolean
}

/** A button with a text. */
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
