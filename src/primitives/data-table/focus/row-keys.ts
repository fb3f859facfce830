import type { RowRange } from '../../../base/row-range.ts'

/** Returns the row that a key moves to from `index`, within `range`. Undefined for any other key. */
export function rowForKey(key: string, index: number, range: RowRange, page: number): number | undefined {
  const last = range.end - 1
  const within = (row: number) => Math.min(Math.max(range.start, row), last)
  switch (key) {
    case 'ArrowDown':
      return within(index + 1)
    case 'ArrowUp':
      return within(index - 1)
    case 'PageDown':
      return within(index + page)
    case 'PageUp':
      return within(index - page)
    case 'Home':
      return range.start
    case 'End':
      return last
    default:
      return undefined
  }
}
