import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { classNames } from '../element/class-names.ts'
import { useTabs } from './TabsContext.ts'

/** A tab's view. */
export interface TabPanelProps extends ComponentPropsWithoutRef<'div'> {
  value: string
}

/** The content of a tab, rendered while the tab is open. */
export const TabPanel = forwardRef<HTMLDivElement, TabPanelProps>(function TabPanel(
  { value, className, children, ...rest },
  ref,
) {
  const tabs = useTabs('TabPanel')
  const isOpen = tabs.value === value
  return (
    <div
      ref={ref}
      role="tabpanel"
      id={tabs.idOf('panel', value)}
      aria-labelledby={tabs.idOf('tab', value)}
      tabIndex={-1}
      hidden={!isOpen}
      className={classNames('roster-tab-panel', className)}
      {...rest}
    >
      {isOpen && children}
    </div>
  )
})
