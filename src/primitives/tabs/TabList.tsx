import { type ComponentPropsWithoutRef, forwardRef, type KeyboardEvent } from 'react'
import { activeElement } from '../element/active-element.ts'
import { classNames } from '../element/class-names.ts'
import { mergeProps } from '../element/merge-props.ts'

/** The row of tabs. */
export interface TabListProps extends ComponentPropsWithoutRef<'div'> {
  /** Its name for screen readers. */
  label: string
}

/** Arrows move and open, Home and End go to the ends; Tab goes on to the panel. */
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
      {...mergeProps(rest, { onKeyDown: moveFocus })}
    />
  )
})

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const list = event.currentTarget
  const tabs = [...list.querySelectorAll<HTMLElement>('[role=tab]')]
  const at = tabs.indexOf(activeElement(list) as HTMLElement)
  const forward = getComputedStyle(list).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const back = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft'
  const to = { [forward]: at + 1, [back]: at - 1, Home: 0, End: -1 }[event.key]
  if (to === undefined || at < 0) return
  event.preventDefault()
  const tab = tabs.at(to % tabs.length)
  tab?.focus()
  tab?.click()
}
