import { calendarDays } from './calendar-days.ts'
import { counting } from './counting.ts'
import { dateFormat } from './date-format.ts'
import { formatList } from './list-format.ts'
import { englishDate, isPlainEnglish } from './plain-english.ts'

/** Where and how a person reads numbers and dates. */
export interface FormatsOptions {
  locale: string
  /** An IANA name. Invalid values fall back to the default. @default the browser's */
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
  /** Seconds that are left: 0:58, or 1:05:00 from an hour on. */
  countdown(seconds: number): string
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
  const dates = (options: Intl.DateTimeFormatOptions) => once(() => dateFormat(locale, timeZone, options))
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
  const days = once(() => calendarDays(timeZone))
  const twoDigits = once(() => new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 }))
  const day = (value: DateLike) => days()(new Date(value))
  const isPlain = isPlainEnglish(locale)
  const date = (value: DateLike, now: number) => {
    const shown = day(value)
    const isOtherYear = shown.year !== day(now).year
    const plain = isPlain ? englishDate(shown, isOtherYear) : undefined
    return plain ?? (isOtherYear ? fullDate : dayAndMonth)().format(new Date(value))
  }

  return {
    number: counting(locale).number,
    date,
    dateTime: (value) => moments().format(new Date(value)),
    time: (value) => clock().format(new Date(value)),
    countdown(seconds) {
      const two = twoDigits()
      const { number } = counting(locale)
      const minutes = Math.floor(seconds / 60)
      const rest = two.format(Math.floor(seconds % 60))
      if (minutes < 60) return `${number(minutes)}:${rest}`
      return `${number(Math.floor(minutes / 60))}:${two.format(minutes % 60)}:${rest}`
    },
    daysBetween: (earlier, later) => day(later).number - day(earlier).number,
    list: (items) => formatList(items, locale),
  }
}

/** Creates a value when it is first read. */
function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
