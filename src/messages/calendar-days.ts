import { dateFormat } from './date-format.ts'

/** A day of the calendar. */
export interface CalendarDay {
  year: number
  /** 0 to 11. */
  month: number
  /** 1 to 31. */
  day: number
  /** Days since 1970. */
  number: number
}

const dayOf = (year: number, month: number, day: number): CalendarDay => ({
  year,
  month,
  day,
  // `Date.UTC` reads years below 100 as those of the twentieth century.
  number: new Date(0).setUTCFullYear(year, month, day) / 86_400_000,
})

const dayHere = (moment: Date) => dayOf(moment.getFullYear(), moment.getMonth(), moment.getDate())

const dayInUtc = (moment: Date) => dayOf(moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate())

/** Returns what reads the calendar day of a moment. Only a zone other than UTC and the browser's needs an Intl object. */
export function calendarDays(timeZone: string | undefined): (moment: Date) => CalendarDay {
  if (timeZone === undefined) return dayHere
  if (timeZone === 'UTC') return dayInUtc
  const format = dateFormat('en-CA-u-ca-gregory-nu-latn', timeZone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return (moment) => {
    const [year = 0, month = 0, day = 0] = format.format(moment).split('-').map(Number)
    return dayOf(year, month - 1, day)
  }
}
