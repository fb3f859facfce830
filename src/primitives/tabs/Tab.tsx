import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { classNames } from '../element/class-names.ts'
import { mergeProps } from '../element/merge-props.ts'
import { useRefusal } from '../refusal/useRefusal.ts'
import { useFormats } from '../roster-ui/useFormats.ts'
import { Skeleton } from '../skeleton/Skeleton.tsx'
import { useTabs } from './TabsContext.ts'

/** One tab. */
export interface TabProps extends Omit<ComponentPropsWithoutRef<'button'>, 'value'> {
  value: string
  /** The number of items in its panel. `loading` reserves the room for it. */
  count?: number | 'loading'
}

/** A tab, which opens its panel. */
export const Tab = forwardRef<HTMLButtonElement, TabProps>(function Tab(
  { value, count, className, children, ...rest },
  ref,
) {
  const tabs = useTabs('Tab')
  const formats = useFormats()
  const isOpen = tabs.value === value
  const refusal = useRefusal({ disabled: rest['aria-disabled'] })
  const { onClick, ...props } = mergeProps(rest, { onClick: () => tabs.select(value) })
  return (
    <button
      ref={ref}
      type="button"
      role="tab"
      id={tabs.idOf('tab', value)}
      aria-controls={tabs.idOf('panel', value)}
      aria-selected={isOpen}
      tabIndex={isOpen ? 0 : -1}
      className={classNames('roster-tab', className)}
      {...props}
      onClick={refusal.guard(onClick)}
    >
      <span>{children}</span>
      {count === 'loading' && <Skeleton shape="count" />}
      {typeof count === 'number' && <span className="roster-tab-count">{formats.number(count)}</span>}
    </button>
  )
})
