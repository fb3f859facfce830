import { type KeyboardEvent, useState } from 'react'
import { isComposing } from '../element/is-composing.ts'
import { isLetter } from './is-letter.ts'
import { nextIndex } from './next-index.ts'
import type { NamedItem } from './typeahead.ts'
import { useTypeahead } from './useTypeahead.ts'

interface ListedItem extends NamedItem {
  value: string
}

/** The option that the keyboard points at while the focus stays on the field or the list. */
export interface ActiveOption {
  /** -1 if there are no options. */
  index: number
  /** Points at an option; undefined points at the first. */
  point: (value: string | undefined) => void
  /** Moves by a key, from the active option or the given one; returns whether the key moves. */
  move: (event: KeyboardEvent, from?: string) => boolean
}

/** Which keys are handled. Letters, Home and End only in a `list`, since a search field needs them for its text. */
type Keys = 'list' | 'search'

/** Points at one of the options by its value, so that it stays the same when options come and go. */
export function useActiveOption(options: readonly ListedItem[], keys: Keys = 'list'): ActiveOption {
  const [value, point] = useState<string>()
  const typeahead = useTypeahead()
  const indexOf = (wanted: string | undefined) => {
    const found = options.findIndex((option) => option.value === wanted)
    return found < 0 && options.length > 0 ? 0 : found
  }
  const isList = keys === 'list'
  return {
    index: indexOf(value),
    point,
    move(event, from = value) {
      if (isComposing(event)) return false
      const index = indexOf(from)
      const types = isList && isLetter(event)
      const next = types
        ? typeahead.find(event.key, options, index)
        : nextIndex(event.key, index, options.length, {
            axis: 'vertical',
            wraps: false,
            page: 10,
            ends: isList,
          })
      if (!types) typeahead.reset()
      if (next === undefined) return types && event.key !== ' '
      point(options[next]?.value)
      return true
    },
  }
}
