import { hasSameEntries } from '../../base/has-same-entries.ts'
import type { RowRange } from '../../base/row-range.ts'
import { directionOf, toRange, windowSize, windowsOf } from './row-range.ts'

/** The rows that are visible, and the windows that they need. */
export interface Viewport {
  /** The page that a host passed, or the first one. */
  readonly page: RowRange
  /** Whether the visible rows are those of the page that a host passed. */
  readonly isOnPage: boolean
  /** The visible windows, by number. */
  readonly visible: readonly number[]
  /** The window that is loaded in advance while the list scrolls. */
  readonly ahead: number | undefined
  /** Scrolls to a range. Returns whether other windows are visible than before. `total` is the length of the list. */
  move(to: RowRange, total: number): boolean
  /** Scrolls to a page and keeps it as the page. */
  showPage(range: RowRange, total: number): boolean
  /** Scrolls back to the start, unless a host passed a page. */
  restart(): void
  /** Stops loading in advance until the list scrolls again. */
  stopAhead(): void
}

const firstPage: RowRange = { start: 0, end: windowSize }

/** Creates a viewport at the start of a list. */
export function createViewport(): Viewport {
  let page: RowRange | undefined
  let range = firstPage
  let visible = windowsOf(range)
  let ahead: number | undefined
  let hasJumped = false

  function move(to: RowRange, total: number): boolean {
    const direction = directionOf(range, to)
    // After a jump, a table corrects its range by a row or two. That isn't scrolling, so nothing is loaded in advance.
    const isSettling = hasJumped && Math.abs(to.start - range.start) <= 2
    hasJumped = direction === 0 ? to.start !== range.start : isSettling
    const next = windowsOf(to)
    const beyond = direction > 0 ? (next.at(-1) ?? 0) + 1 : (next[0] ?? 0) - 1
    range = to
    if (hasSameEntries(next, visible)) return false
    visible = next
    const exists = beyond >= 0 && beyond * windowSize < total
    ahead = direction !== 0 && !isSettling && exists ? beyond : undefined
    return true
  }

  return {
    get page() {
      return page ?? firstPage
    },
    get isOnPage() {
      return page === range
    },
    get visible() {
      return visible
    },
    get ahead() {
      return ahead
    },
    move: (to, total) => move(toRange(to), total),
    showPage(next, total) {
      page = toRange(next)
      return move(page, total)
    },
    restart() {
      ahead = undefined
      if (!page) range = { start: 0, end: range.end - range.start }
      visible = windowsOf(range)
    },
    stopAhead() {
      ahead = undefined
    },
  }
}
