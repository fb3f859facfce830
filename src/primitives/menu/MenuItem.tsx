import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { classNames } from '../element/class-names.ts'
import { mergeProps } from '../element/merge-props.ts'
import type { IconName } from '../icon/drawings.ts'
import { Icon } from '../icon/Icon.tsx'
import { useRefusal } from '../refusal/useRefusal.ts'
import { useMenuClose } from './MenuContext.ts'

/** Props of {@link MenuItem}. */
export interface MenuItemProps extends Omit<ComponentPropsWithoutRef<'button'>, 'onSelect'> {
  onSelect: () => void
  icon?: IconName
  /** A quieter line below the text. */
  note?: ReactNode
  /** Rendered at its end, such as a count or a check. */
  end?: ReactNode
  /** @default 'neutral' */
  tone?: 'neutral' | 'danger'
  /** Why it can't be used: a sentence. */
  reason?: string
}

/** Runs an action and closes the menu. */
export const MenuItem = forwardRef<HTMLButtonElement, MenuItemProps>(function MenuItem(
  { onSelect, icon, note, end, tone = 'neutral', reason, className, children, ...rest },
  ref,
) {
  const close = useMenuClose('MenuItem')
  const refusal = useRefusal({ reason, disabled: rest['aria-disabled'] })
  const choose = () => {
    close()
    onSelect()
  }
  const { onClick, ...props } = mergeProps(rest, { ...refusal.anchor, onClick: choose })
  return (
    <>
      <button
        ref={ref}
        type="button"
        role="menuitem"
        tabIndex={-1}
        className={classNames('roster-menu-item', className)}
        data-tone={tone}
        data-tall={note ? '' : undefined}
        {...props}
        aria-disabled={refusal.refuses || undefined}
        onClick={refusal.guard(onClick)}
      >
        {icon && <Icon name={icon} />}
        <span className="roster-menu-text">
          <span>{children}</span>
          {note && <span className="roster-menu-note">{note}</span>}
        </span>
        {end !== undefined && <span className="roster-menu-end">{end}</span>}
      </button>
      {refusal.tooltip}
    </>
  )
})
