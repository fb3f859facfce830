import { useId } from 'react'
import { type IdleTimeout, idleTimeouts } from '../../base/idle-timeouts.ts'
import { idleSettingsMessages } from '../../messages/idle-settings.ts'
import { Badge } from '../../primitives/badge/Badge.tsx'
import { Radio } from '../../primitives/radio-group/Radio.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'

interface IdleTimeoutCardsProps {
  value: IdleTimeout
  /** What is saved, if idle logout is on. */
  current: IdleTimeout | undefined
  reason: string | undefined
  onValueChange: (timeout: IdleTimeout) => void
}

/** The three durations, each with one line of guidance. */
export function IdleTimeoutCards({ value, current, reason, onValueChange }: IdleTimeoutCardsProps) {
  const t = useMessages(idleSettingsMessages)
  const id = useId()
  const marked = current === value ? undefined : current
  return (
    <div role="radiogroup" aria-labelledby={id}>
      <p id={id} className="roster-idle-legend">
        {t.after}
      </p>
      <div className="roster-idle-cards">
        {idleTimeouts.map((timeout) => (
          <label
            key={timeout}
            htmlFor={`${id}-${timeout}-radio`}
            className="roster-idle-card"
            data-chosen={timeout === value ? '' : undefined}
            data-refused={reason ? '' : undefined}
          >
            <span className="roster-idle-card-title">
              <span id={`${id}-${timeout}-name`}>{t.minutes({ count: timeout })}</span>
              {timeout === marked && <Badge id={`${id}-current`}>{t.current}</Badge>}
            </span>
            <Radio
              id={`${id}-${timeout}-radio`}
              name={id}
              value={String(timeout)}
              checked={timeout === value}
              reason={reason}
              aria-labelledby={`${id}-${timeout}-name`}
              aria-describedby={timeout === marked ? `${id}-current ${id}-${timeout}` : `${id}-${timeout}`}
              onChoose={() => onValueChange(timeout)}
            />
            <span id={`${id}-${timeout}`} className="roster-idle-card-note">
              {t.notes[timeout]}
            </span>
          </label>
        ))}
      </div>
    </div>
  )
}
