import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { classNames } from '../element/class-names.ts'
import { mergeProps } from '../element/merge-props.ts'
import type { IconName } from '../icon/drawings.ts'
import { Icon } from '../icon/Icon.tsx'
import { useRefusal } from '../refusal/useRefusal.ts'

/** Props of {@link IconButton}. Other props are passed to the `<button>`. */
export interface IconButtonProps extends Omit<ComponentPropsWithoutRef<'button'>, 'children'> {
  icon: IconName
  /** Its name, also shown in a tooltip. */
  label: string
  /** `medium` is as high as other controls, `small` is 24 px. @default 'medium' */
  size?: 'medium' | 'small'
  /** Why it can't be used: a sentence, shown in place of the label. */
  reason?: string
}

/** A square button with an icon and no text. */
export const IconButton = forwardRef<HTMLButtonElement, IconButtonProps>(function IconButton(
  { icon, label, size = 'medium', reason, className, onClick, ...rest },
  ref,
) {
  const isOpen = rest['aria-expanded'] === true
  const refusal = useRefusal({
    reason,
    disabled: rest['aria-disabled'],
    label: isOpen ? undefined : label,
  })
  return (
    <>
      <button
        ref={ref}
        type="button"
        className={classNames('roster-icon-button', className)}
        aria-label={label}
        data-size={size}
        {...mergeProps(rest, refusal.anchor)}
        aria-disabled={refusal.refuses || undefined}
        onClick={refusal.guard(onClick)}
      >
        <Icon name={icon} />
      </button>
      {refusal.tooltip}
    </>
  )
})
