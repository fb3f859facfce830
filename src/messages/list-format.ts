import { isolate } from './isolate.ts'

const cache = new Map<string, Intl.ListFormat>()

/** Joins foreign texts, such as names, into a list of the locale. */
export function formatList(items: readonly string[], locale: string, isSentenceRightToLeft = false): string {
  const format = cache.get(locale) ?? new Intl.ListFormat(locale, { type: 'unit' })
  cache.set(locale, format)
  return format.format(items.map((item) => isolate(item, isSentenceRightToLeft)))
}
