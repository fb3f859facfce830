import type { FilterOption } from './Filter.tsx'

/** More options than this are searched. */
const searchedFrom = 9
/** No more are drawn at once: a company of thousands searches. */
const atMost = 200

/** What is drawn of a filter's options. */
export interface FoundOptions {
  /** Whether there are so many that a search is worth it. */
  isSearched: boolean
  shown: readonly FilterOption[]
  /** How many were found beyond those. */
  more: number
}

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The options whose label holds the search, whatever its case and accents. */
export function findOptions(options: readonly FilterOption[], search: string): FoundOptions {
  const term = fold(search.trim())
  const found = term === '' ? options : options.filter(({ label }) => fold(label).includes(term))
  return {
    isSearched: options.length >= searchedFrom,
    shown: found.slice(0, atMost),
    more: Math.max(0, found.length - atMost),
  }
}
