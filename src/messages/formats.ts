import { formatList } from './list-format.ts'

/** Where and how a person reads numbers and dates. */
export interface FormatsOptions {
  locale: string
  /** An IANA name. @default the browser's */
  timeZone?: string
}

/** Numbers, dates and lists in one locale and time zone. */
export interface Formats {
  number(value: number): string
  /** 2 Mar, or 31 Dec 2025 in another year than `now`. */
  date(value: DateLike, now: number): string
  /** Day, month, year, hours, minutes and the zone's name: for tooltips and logs. */
  dateTime(value: DateLike): string
  /** 14:20 */
  time(value: DateLike): string
  /** Calendar days between two moments, in the time zone. */
  daysBetween(earlier: DateLike, later: DateLike): number
  /** Agent, Supervisor: each name keeps its own direction. */
  list(items: readonly string[]): string
}

/** A moment as the wire or a clock says it. */
export type DateLike = string | number | Date

const cache = new Map<string, Formats>()

/** Formatters for a locale and zone, made once: each Intl object costs about as much as a hundred formats. */
export function formats({ locale, timeZone }: FormatsOptions): Formats {
  const key = `${locale} ${timeZone}`
  const known = cache.get(key)
  if (known) return known
  const made = makeFormats(locale, timeZone)
  cache.set(key, made)
  return made
}

function makeFormats(locale: string, timeZone: string | undefined): Formats {
  const dates = (options: Intl.DateTimeFormatOptions, tag = locale) =>
    once(() => new Intl.DateTimeFormat(tag, { timeZone, ...options }))
  const numbers = once(() => new Intl.NumberFormat(locale))
  const dayAndMonth = dates({ day: 'numeric', month: 'short' })
  const fullDate = dates({ day: 'numeric', month: 'short', year: 'numeric' })
  const moments = dates({
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  })
  const clock = dates({ hour: 'numeric', minute: '2-digit' })
  const calendarDay = dates(
    { year: 'numeric', month: '2-digit', day: '2-digit' },
    'en-CA-u-ca-gregory-nu-latn',
  )
  const day = (value: DateLike) => calendarDay().format(new Date(value))
  const dayNumber = (value: DateLike) => Math.round(Date.parse(`${day(value)}T00:00:00Z`) / 86_400_000)

  return {
    number: (value) => numbers().format(value),
    date: (value, now) =>
      (day(value).slice(0, 4) === day(now).slice(0, 4) ? dayAndMonth : fullDate)().format(new Date(value)),
    dateTime: (value) => moments().format(new Date(value)),
    time: (value) => clock().format(new Date(value)),
    daysBetween: (earlier, later) => dayNumber(later) - dayNumber(earlier),
    list: (items) => formatList(items, locale),
  }
}

/** Makes a value when it is first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
