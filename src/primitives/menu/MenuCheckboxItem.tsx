import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { classNames } from '../element/class-names.ts'
import { mergeProps } from '../element/merge-props.ts'
import { Icon } from '../icon/Icon.tsx'

/** One thing to show or not. */
export interface MenuCheckboxItemProps extends ComponentPropsWithoutRef<'button'> {
  checked: boolean
  onCheckedChange: (checked: boolean) => void
}

/** Turns something on or off; the menu stays, so that several can be set. */
export const MenuCheckboxItem = forwardRef<HTMLButtonElement, MenuCheckboxItemProps>(
  function MenuCheckboxItem({ checked, onCheckedChange, className, children, ...rest }, ref) {
    return (
      <button
        ref={ref}
        type="button"
        role="menuitemcheckbox"
        aria-checked={checked}
        tabIndex={-1}
        className={classNames('roster-menu-item', className)}
        {...mergeProps(rest, { onClick: () => onCheckedChange(!checked) })}
      >
        <span className="roster-menu-check">{checked && <Icon name="check" />}</span>
        <span className="roster-menu-text">{children}</span>
      </button>
    )
  },
)
