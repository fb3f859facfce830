import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { classNames } from '../element/class-names.ts'
import { Space } from '../element/Space.tsx'
import type { Slot } from '../element/slot.ts'
import type { IconName } from '../icon/drawings.ts'
import { Icon } from '../icon/Icon.tsx'

/** Props of {@link Banner}. */
export interface BannerProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  /** @default 'alert' */
  icon?: IconName
  /** What has happened. */
  title: ReactNode
  /** What it means for the person. */
  text?: ReactNode
  /** A quiet button. */
  action?: Slot
}

/**
 * A bar for a condition that lasts, such as being offline. It covers the bottom of a positioned page, so that nothing
 * shifts. Keep 40 px free under the rows.
 */
export const Banner = forwardRef<HTMLDivElement, BannerProps>(function Banner(
  { icon = 'alert', title, text, action, className, ...rest },
  ref,
) {
  return (
    <div ref={ref} role="status" className={classNames('roster-banner', className)} {...rest}>
      <Icon name={icon} />
      <span className="roster-banner-text">
        <strong className="roster-banner-title">{title}</strong>
        <Space />
        {text && <span>{text}</span>}
      </span>
      {action}
    </div>
  )
})
