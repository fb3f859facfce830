import { isolate } from './isolate.ts'

const cache = new Map<string, Intl.ListFormat>()

/** How a list ends: `unit` is “Chat, Night”, and `conjunction` is “Chat and Night”. */
export type ListType = 'unit' | 'conjunction'

/** Joins foreign texts, such as names, into a list of the locale. */
export function formatList(
  items: readonly string[],
  locale: string,
  isSentenceRightToLeft = false,
  type: ListType = 'unit',
): string {
  const key = `${locale} ${type}`
  const format = cache.get(key) ?? new Intl.ListFormat(locale, { type })
  cache.set(key, format)
  return format.format(items.map((item) => isolate(item, isSentenceRightToLeft)))
}
