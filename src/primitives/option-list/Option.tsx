import type { ReactNode } from 'react'
import type { Slot } from '../element/slot.ts'

interface OptionProps {
  id: string
  label: string
  /** Rendered before the label, such as the drawing of a checkbox. */
  start?: Slot
  /** Rendered beside the label, such as a `Badge`. */
  badge?: Slot
  /** A quieter line below the label. */
  note?: ReactNode
  /** Rendered at the end, such as a count or a check. */
  end?: ReactNode
  selected: boolean
  /** Whether the keyboard points at it. */
  active: boolean
  /** Why it can't be chosen: a sentence, shown in place of the note. */
  reason?: string | undefined
  /** Called when the pointer moves over it. */
  onPoint: () => void
  /** Called when it is clicked, unless it has a reason. */
  onChoose: () => void
}

/** An option of a select or a filter. Pressing it doesn't move the focus from the field. */
export function Option(props: OptionProps) {
  const { id, label, start, badge, note, end, selected, active, reason, onPoint, onChoose } = props
  const line = reason ?? note
  return (
    <button
      type="button"
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-disabled={reason ? true : undefined}
      className="roster-option"
      data-active={active ? '' : undefined}
      data-tall={line ? '' : undefined}
      onPointerMove={onPoint}
      onPointerDown={(event) => event.preventDefault()}
      onClick={reason ? undefined : onChoose}
    >
      {start}
      <span className="roster-option-text">
        <span className="roster-option-title">
          <bdi>{label}</bdi>
          {badge}
        </span>
        {line && <span className="roster-option-note">{line}</span>}
      </span>
      {end && <span className="roster-option-end">{end}</span>}
    </button>
  )
}
