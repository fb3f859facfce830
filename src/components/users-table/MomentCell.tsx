import { RelativeTime } from '../../primitives/relative-time/RelativeTime.tsx'

interface MomentCellProps {
  /** Null reads as *Never*; an invalid date is left blank. */
  value: string | null
  absolute: boolean
}

/** A moment of a user, quiet beside what can be changed. */
export function MomentCell({ value, absolute }: MomentCellProps) {
  if (value !== null && Number.isNaN(Date.parse(value))) return null
  return <RelativeTime className="roster-users-moment" value={value} absolute={absolute} />
}
