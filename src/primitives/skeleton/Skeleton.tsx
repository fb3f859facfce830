import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { classNames } from '../element/class-names.ts'

/** Props of {@link Skeleton}. */
export interface SkeletonProps extends ComponentPropsWithoutRef<'span'> {
  /** A line of text, an avatar, a checkbox, or a count beside a label. @default 'line' */
  shape?: 'line' | 'avatar' | 'box' | 'count'
  /** The line's length in steps of about 12 %. Vary it by row, so that the lines look like names. @default 4 */
  length?: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
  /** Whether it is the second of two lines. @default false */
  faint?: boolean
}

/** Takes the exact place of the text that is loading. It is hidden from screen readers: the region's `aria-busy` announces it. */
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
