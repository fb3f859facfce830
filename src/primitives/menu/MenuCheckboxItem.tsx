import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { classNames } from '../element/class-names.ts'
import { mergeProps } from '../element/merge-props.ts'
import { Icon } from '../icon/Icon.tsx'
import { useRefusal } from '../refusal/useRefusal.ts'

/** An option of a menu that is on or off. */
export interface MenuCheckboxItemProps extends ComponentPropsWithoutRef<'button'> {
  checked: boolean
  onCheckedChange: (checked: boolean) => void
  /** Why it can't be changed: a sentence. */
  reason?: string
}

/** Turns an option on or off; the menu stays open, so that several can be set. */
export const MenuCheckboxItem = forwardRef<HTMLButtonElement, MenuCheckboxItemProps>(
  function MenuCheckboxItem({ checked, onCheckedChange, reason, className, children, ...rest }, ref) {
    const refusal = useRefusal({ reason, disabled: rest['aria-disabled'] })
    const toggle = () => onCheckedChange(!checked)
    const { onClick, ...props } = mergeProps(rest, { ...refusal.anchor, onClick: toggle })
    return (
      <>
        <button
          ref={ref}
          type="button"
          role="menuitemcheckbox"
          aria-checked={checked}
          tabIndex={-1}
          className={classNames('roster-menu-item', className)}
          {...props}
          aria-disabled={refusal.refuses || undefined}
          onClick={refusal.guard(onClick)}
        >
          <span className="roster-menu-check">{checked && <Icon name="check" />}</span>
          <span className="roster-menu-text">{children}</span>
        </button>
        {refusal.tooltip}
      </>
    )
  },
)
