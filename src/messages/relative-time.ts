import type { DateLike, Formats } from './formats.ts'
import type { FormattedMessages } from './message.ts'
import type { timeMessages } from './time.ts'

const minute = 60_000
const hour = 60 * minute
/** Up to here hours say more than "Yesterday" does. */
const nearMidnight = 6 * hour

/** "Now", "3 min ago", "2 h ago", "Yesterday", "3 days ago", then the date; a moment ahead of the clock is now. */
export function relativeTime(
  value: DateLike,
  now: number,
  messages: FormattedMessages<(typeof timeMessages)['messages']>,
  formats: Formats,
): string {
  const age = now - new Date(value).getTime()
  if (age < minute) return messages.now
  if (age < hour) return messages.minutesAgo({ count: Math.floor(age / minute) })
  const days = formats.daysBetween(value, now)
  if (days === 0 || age < nearMidnight) return messages.hoursAgo({ count: Math.floor(age / hour) })
  if (days === 1) return messages.yesterday
  if (days < 7) return messages.daysAgo({ count: days })
  return formats.date(value, now)
}
