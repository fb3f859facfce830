import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { classNames } from '../element/class-names.ts'

/** Props of {@link Badge}. Other props are passed to its root element. */
export interface BadgeProps extends ComponentPropsWithoutRef<'span'> {
  /** @default 'neutral' */
  tone?: 'neutral' | 'accent' | 'warning'
}

/** A word beside a name, such as *You*, *Current* or *Default*. */
export const Badge = forwardRef<HTMLSpanElement, BadgeProps>(function Badge(
  { tone = 'neutral', className, ...rest },
  ref,
) {
  return <span ref={ref} className={classNames('roster-badge', className)} data-tone={tone} {...rest} />
})
