import { Hidden } from '../../primitives/hidden/Hidden.tsx'
import { RelativeTime } from '../../primitives/relative-time/RelativeTime.tsx'

interface MomentCellProps {
  /** `null` is shown as *Never*. An unknown moment and an invalid date aren't visible. */
  value: string | null | undefined
  absolute: boolean
  /** Read by screen readers instead of an unknown moment. */
  unknown: string
}

/** A time of a user. It is less prominent than what can be changed. */
export function MomentCell({ value, absolute, unknown }: MomentCellProps) {
  if (value === undefined || (value !== null && Number.isNaN(Date.parse(value))))
    return <Hidden>{unknown}</Hidden>
  return <RelativeTime className="roster-users-moment" value={value} absolute={absolute} />
}
