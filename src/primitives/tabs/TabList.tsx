import { type ComponentPropsWithoutRef, forwardRef, type KeyboardEvent } from 'react'
import { moveFocus, rowAxis } from '../composite/move-focus.ts'
import { classNames } from '../element/class-names.ts'
import { mergeProps } from '../element/merge-props.ts'

/** The row of tabs. */
export interface TabListProps extends ComponentPropsWithoutRef<'div'> {
  /** Its name for screen readers. */
  label: string
}

/** The row of tabs. Arrow keys, Home and End move to a tab and open it. Tab moves to the panel. */
export const TabList = forwardRef<HTMLDivElement, TabListProps>(function TabList(
  { label, className, ...rest },
  ref,
) {
  return (
    <div
      ref={ref}
      role="tablist"
      aria-label={label}
      className={classNames('roster-tabs', className)}
      {...mergeProps(rest, { onKeyDown: openNext })}
    />
  )
})

const openNext = (event: KeyboardEvent<HTMLElement>) => {
  const list = event.currentTarget
  const tabs = [...list.querySelectorAll<HTMLElement>('[role=tab]:not(:disabled)')]
  moveFocus(event, tabs, { axis: rowAxis(list), wraps: true })?.click()
}
