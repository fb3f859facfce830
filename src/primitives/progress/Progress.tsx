import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { classNames } from '../element/class-names.ts'

/** Props of {@link Progress}. */
export interface ProgressProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Its name for screen readers. */
  label: string
  value: number
  max: number
  /** `paused` is grey. @default 'running' */
  state?: 'running' | 'paused'
  /** 6 or 4 px high. @default 'medium' */
  size?: 'medium' | 'small'
}

/** How much of something is done. */
export const Progress = forwardRef<HTMLDivElement, ProgressProps>(function Progress(
  { label, value, max, state = 'running', size = 'medium', className, ...rest },
  ref,
) {
  return (
    <div
      ref={ref}
      role="progressbar"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={max}
      className={classNames('roster-progress', className)}
      data-state={state}
      data-size={size}
      {...rest}
    >
      <svg className="roster-progress-bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
        <rect className="roster-progress-value" width={max > 0 ? (100 * value) / max : 0} height="1" />
      </svg>
    </div>
  )
})
