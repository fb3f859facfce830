const day = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric' })
const time = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' })

/** Formats a moment: the time if it is today, the date otherwise. */
export function shortTime(instant: string) {
  const date = new Date(instant)
  return date.toDateString() === new Date().toDateString() ? time.format(date) : day.format(date)
}
