import { fold } from '../../base/fold.ts'
import type { FilterOption } from './filter-option.ts'

/** The number of options from which a search is shown. */
const searchedFrom = 9
/** The most options that are rendered at once; a company of thousands uses the search. */
const atMost = 200

/** The options of a filter that are shown. */
export interface FoundOptions {
  /** Whether there are so many that a search is useful. */
  isSearched: boolean
  shown: readonly FilterOption[]
  /** How many more match. */
  more: number
}

/** Returns the options whose label contains the search. Case and accents don't matter. */
export function findOptions(options: readonly FilterOption[], search: string): FoundOptions {
  const term = fold(search)
  const found = term === '' ? options : options.filter(({ label }) => fold(label).includes(term))
  return {
    isSearched: options.length >= searchedFrom,
    shown: found.slice(0, atMost),
    more: Math.max(0, found.length - atMost),
  }
}
