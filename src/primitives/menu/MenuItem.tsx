import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { classNames } from '../element/class-names.ts'
import { mergeProps } from '../element/merge-props.ts'
import type { IconName } from '../icon/drawings.tsx'
import { Icon } from '../icon/Icon.tsx'
import { useTooltip } from '../tooltip/useTooltip.tsx'
import { useMenuClose } from './MenuContext.ts'

/** One action of a menu. */
export interface MenuItemProps extends Omit<ComponentPropsWithoutRef<'button'>, 'onSelect'> {
  onSelect: () => void
  icon?: IconName
  /** A quieter line under it. */
  note?: ReactNode
  /** At its end: a count, a check, a word. */
  end?: ReactNode
  /** @default 'neutral' */
  tone?: 'neutral' | 'danger'
  /** Why it can't be used: a sentence. */
  reason?: string
}

/** Does something and closes the menu. */
export const MenuItem = forwardRef<HTMLButtonElement, MenuItemProps>(function MenuItem(
  { onSelect, icon, note, end, tone = 'neutral', reason, className, children, ...rest },
  ref,
) {
  const close = useMenuClose('MenuItem')
  const { anchor, tooltip, show } = useTooltip({ text: reason })
  const onClick = (event: { currentTarget: Element }) => {
    if (reason) return show(event.currentTarget)
    close()
    onSelect()
  }
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
        aria-disabled={reason ? true : undefined}
        {...mergeProps(rest, { ...anchor, onClick })}
      >
        {icon && <Icon name={icon} />}
        <span className="roster-menu-text">
          {children}
          {note && <span className="roster-menu-note">{note}</span>}
        </span>
        {end !== undefined && <span className="roster-menu-end">{end}</span>}
      </button>
      {tooltip}
    </>
  )
})
