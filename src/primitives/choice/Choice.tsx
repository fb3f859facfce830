import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useId } from 'react'
import { classNames } from '../element/class-names.ts'
import type { Slot } from '../element/slot.ts'

/** The ids that name and describe the control of a choice. */
export interface ChoiceControl {
  id: string
  'aria-labelledby': string
  'aria-describedby': string | undefined
}

/** Props of {@link Choice}. */
export interface ChoiceProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  /** Renders the radio or checkbox with these ids. */
  control: (names: ChoiceControl) => ReactNode
  title: ReactNode
  /** A `Badge` beside the title. It is part of the control's name. */
  badge?: Slot
  /** At the end of the title's line. */
  end?: ReactNode
  /** A quieter line under the title. */
  note?: ReactNode
  /** Whether it is one line in a long list. @default false */
  dense?: boolean
  /** Whether it can't be changed. Its control explains why. @default false */
  refused?: boolean
  /** Whether it is chosen but not saved yet. @default false */
  chosen?: boolean
  /** What the choice would do, under it. */
  children?: ReactNode
}

/** A control with its title and note. A click anywhere in it chooses it. */
export const Choice = forwardRef<HTMLDivElement, ChoiceProps>(function Choice(
  {
    control,
    title,
    badge,
    end,
    note,
    dense = false,
    refused = false,
    chosen = false,
    className,
    children,
    ...rest
  },
  ref,
) {
  const id = useId()
  const [titleId, badgeId, noteId] = [`${id}-title`, `${id}-badge`, `${id}-note`]
  return (
    <div
      ref={ref}
      className={classNames('roster-choice', className)}
      data-dense={dense ? '' : undefined}
      data-refused={refused ? '' : undefined}
      data-chosen={chosen ? '' : undefined}
      {...rest}
    >
      <label htmlFor={id} className="roster-choice-row">
        <span className="roster-choice-control">
          {control({
            id,
            'aria-labelledby': badge ? `${titleId} ${badgeId}` : titleId,
            'aria-describedby': note ? noteId : undefined,
          })}
        </span>
        <span className="roster-choice-text">
          <span className="roster-choice-line">
            <span id={titleId} className="roster-choice-title">
              {title}
            </span>
            {badge && <span id={badgeId}>{badge}</span>}
            {end && <span className="roster-choice-end">{end}</span>}
          </span>
          {note && (
            <span id={noteId} className="roster-choice-note">
              {note}
            </span>
          )}
        </span>
      </label>
      {children && <div className="roster-choice-more">{children}</div>}
    </div>
  )
})
