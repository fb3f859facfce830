import { useFormats } from '../../primitives/roster-ui/useFormats.ts'

/** Props of {@link IdleRing}. */
export interface IdleRingProps {
  seconds: number
  /** The seconds of a whole ring. */
  of: number
}

/** The time that is left, in digits and as a ring. */
export function IdleRing({ seconds, of }: IdleRingProps) {
  const { countdown } = useFormats()
  const part = of > 0 ? Math.min(1, Math.max(0, seconds / of)) : 0
  return (
    <div className="roster-idle-ring">
      <svg className="roster-idle-ring-drawing" viewBox="0 0 120 120" aria-hidden="true">
        <circle className="roster-idle-ring-track" cx="60" cy="60" r="57" />
        {part > 0 && (
          <circle
            className="roster-idle-ring-value"
            cx="60"
            cy="60"
            r="57"
            pathLength="100"
            strokeDasharray={`${part * 100} 100`}
          />
        )}
      </svg>
      <span role="timer" aria-live="off" className="roster-idle-ring-time">
        {countdown(seconds)}
      </span>
    </div>
  )
}
