import { fold } from '../../base/fold.ts'

/** An item that can be found by its first letters. */
export interface NamedItem {
  label: string
  /** Set when the item can't be used. */
  reason?: string | undefined
}

/** Finds items by the letters that are typed. */
export interface Typeahead {
  /** Returns the index of the next item after `at` that starts with the letters, or undefined. */
  find(letter: string, items: readonly NamedItem[], at: number): number | undefined
  /** Starts a new word. */
  reset(): void
}

/** Letters that follow each other within this time, in milliseconds, are one word. */
const pause = 700

/**
 * Creates a typeahead as the ARIA practices describe it: several letters find the first item that begins with them, and
 * the same letter again finds the next one. Items that can't be used are found only if no other item matches.
 */
export function createTypeahead(now: () => number): Typeahead {
  let word = ''
  let last = 0
  return {
    find(letter, items, at) {
      const time = now()
      const before = time - last > pause ? '' : word
      const next = before + letter
      const isRepeated = [...next].every((one) => one === letter)
      const term = isRepeated ? fold(letter) : fold(next) + (letter === ' ' ? ' ' : '')
      if (term === '') return undefined
      const start = isRepeated ? at + 1 : Math.max(at, 0)
      const found = items
        .map((item, index) => ({ item, index, distance: (index - start + items.length) % items.length }))
        .filter(({ item }) => fold(item.label).startsWith(term))
        .sort(
          (a, b) =>
            Number(Boolean(a.item.reason)) - Number(Boolean(b.item.reason)) || a.distance - b.distance,
        )
      // A space that doesn't continue a name chooses the item instead.
      if (letter === ' ' && found.length === 0) return undefined
      word = next
      last = time
      return found[0]?.index
    },
    reset() {
      word = ''
    },
  }
}
