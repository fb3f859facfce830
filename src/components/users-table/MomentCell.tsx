import { RelativeTime } from '../../primitives/relative-time/RelativeTime.tsx'

interface MomentCellProps {
  /** `null` is shown as *Never*. An unknown moment and an invalid date are left blank. */
  value: string | null | undefined
  absolute: boolean
}

/** A moment of a user, quiet beside what can be changed. */
export function MomentCell({ value, absolute }: MomentCellProps) {
  if (value === undefined || (value !== null && Number.isNaN(Date.parse(value)))) return null
  return <RelativeTime className="roster-users-moment" value={value} absolute={absolute} />
}
