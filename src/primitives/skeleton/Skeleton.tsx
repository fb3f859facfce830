import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { classNames } from '../element/class-names.ts'

/** A place that its content will take. */
export interface SkeletonProps extends ComponentPropsWithoutRef<'span'> {
  /** A line of text, an avatar, a checkbox, or a count beside a label. @default 'line' */
  shape?: 'line' | 'avatar' | 'box' | 'count'
  /** The line's length in steps of about 12 %: vary it by row, so that lines look like names. @default 4 */
  length?: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
  /** The second line of two. @default false */
  faint?: boolean
}

/** Stands exactly where text will stand; it says nothing, its region's `aria-busy` does. */
export const Skeleton = forwardRef<HTMLSpanElement, SkeletonProps>(function Skeleton(
  { shape = 'line', length = 4, faint = false, className, ...rest },
  ref,
) {
  return (
    <span
      ref={ref}
      className={classNames('roster-skeleton', className)}
      aria-hidden="true"
      data-shape={shape}
      data-length={shape === 'line' ? length : undefined}
      data-faint={faint ? '' : undefined}
      {...rest}
    />
  )
})
