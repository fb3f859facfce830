import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { classNames } from '../../../primitives/element/class-names.ts'
import type { Slot } from '../../../primitives/element/slot.ts'

interface PanelSectionProps extends Omit<ComponentPropsWithoutRef<'section'>, 'title'> {
  title: ReactNode
  /** The heading's id, for `aria-labelledby`. */
  titleId?: string | undefined
  /** Shown at the end of the heading's line. */
  note?: Slot
}

/** A section of the panel with its heading. */
export const PanelSection = forwardRef<HTMLElement, PanelSectionProps>(function PanelSection(
  { title, titleId, note, className, children, ...rest },
  ref,
) {
  return (
    <section ref={ref} className={classNames('roster-panel-section', className)} {...rest}>
      <div className="roster-panel-section-head">
        <h3 id={titleId} className="roster-panel-section-title">
          {title}
        </h3>
        {note}
      </div>
      {children}
    </section>
  )
})
