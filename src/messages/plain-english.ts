import type { CalendarDay } from './calendar-days.ts'

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/**
 * Whether a locale is the default one, whose short dates and whole numbers are formatted here: the first Intl object of a
 * page takes as long as all of its rows.
 */
export const isPlainEnglish = (locale: string): boolean => locale === 'en' || locale === 'en-US'

/** Nov 3, or Nov 3, 2025. Undefined for a date that only Intl can format. */
export function englishDate({ year, month, day }: CalendarDay, withYear: boolean): string | undefined {
  if (!(year > 0)) return undefined
  return withYear ? `${months[month]} ${day}, ${year}` : `${months[month]} ${day}`
}

/** 1,204. Undefined for a number that only Intl can format. */
export const englishNumber = (value: number): string | undefined =>
  Number.isSafeInteger(value) && value >= 0 ? String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',') : undefined
