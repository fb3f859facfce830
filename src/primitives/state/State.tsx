import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { classNames } from '../element/class-names.ts'
import type { Slot } from '../element/slot.ts'
import type { IconName } from '../icon/drawings.ts'
import { Icon } from '../icon/Icon.tsx'

/** Props of {@link State}. */
export interface StateProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  icon: IconName
  /** @default 'neutral' */
  tone?: 'neutral' | 'danger'
  title: ReactNode
  /** One sentence. */
  text?: ReactNode
  /** One or two buttons. */
  actions?: Slot
  /** Under the actions, small. */
  footnote?: ReactNode
}

/** Replaces a list with an icon, a title, a sentence and actions. */
export const State = forwardRef<HTMLDivElement, StateProps>(function State(
  { icon, tone = 'neutral', title, text, actions, footnote, className, ...rest },
  ref,
) {
  return (
    <div ref={ref} className={classNames('roster-state', className)} data-tone={tone} {...rest}>
      <span className="roster-state-mark">
        <Icon name={icon} />
      </span>
      <p className="roster-state-title">{title}</p>
      {text && <p className="roster-state-text">{text}</p>}
      {actions && <div className="roster-state-actions">{actions}</div>}
      {footnote && <div className="roster-state-footnote">{footnote}</div>}
    </div>
  )
})
