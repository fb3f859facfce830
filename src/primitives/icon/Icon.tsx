import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { classNames } from '../element/class-names.ts'
import { drawings, type IconName } from './drawings.ts'

/** Props of {@link Icon}. */
export interface IconProps extends ComponentPropsWithoutRef<'svg'> {
  name: IconName
  /** 16, 14 or 12 px. @default 'medium' */
  size?: 'medium' | 'small' | 'tiny'
}

/**
 * A drawing in the colour of its text. Screen readers skip it, since the text beside it or the label of its button says
 * the same.
 */
export const Icon = forwardRef<SVGSVGElement, IconProps>(function Icon(
  { name, size = 'medium', className, ...rest },
  ref,
) {
  return (
    <svg
      ref={ref}
      className={classNames('roster-icon', className)}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
      data-size={size}
      data-onward={name === 'chevron-right' || name === 'chevron-left' ? '' : undefined}
      {...rest}
    >
      <path d={drawings[name]} strokeWidth={name === 'more' ? 2 : undefined} />
    </svg>
  )
})
