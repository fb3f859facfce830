const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'narrow' })
const date = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })

/** How long ago something was: in words for a week, then by its date. */
export function relativeTime(instant: string, now: number) {
  const ago = now - Date.parse(instant)
  if (ago < minute) return 'Now'
  if (ago < hour) return relative.format(-Math.floor(ago / minute), 'minute')
  if (ago < day) return relative.format(-Math.floor(ago / hour), 'hour')
  if (ago < 7 * day) return relative.format(-Math.floor(ago / day), 'day')
  return date.format(new Date(instant))
}
