import type { RowRange } from '../../../base/row-range.ts'
import { type RowGap, rowEdges } from './row-edges.ts'
import type { ScrollMap, ScrollPlace } from './scroll-map.ts'

/** The rendered and the visible rows of a list. */
export interface RowWindow {
  drawn: RowRange
  visible: RowRange
  /** Pixels above and below the drawn rows. */
  before: number
  after: number
}

/** A list, and the height of its visible part in pixels. */
export interface RowWindowOptions {
  rows: number
  rowHeight: number
  viewport: number
  /** A heading between two rows. */
  gap?: RowGap | undefined
  map: ScrollMap
  place: ScrollPlace
}

/** The number of rows that are rendered above and below the visible ones. */
const overscan = 2

/**
 * Returns the rows to render at a scroll position. Their number only changes with the viewport, so that scrolling by
 * one row is one update.
 */
export function rowWindow({ rows, rowHeight, viewport, gap, map, place }: RowWindowOptions): RowWindow {
  const { height, edge, indexAt } = rowEdges({ rows, rowHeight, gap })
  const lastOffset = Math.max(0, height - viewport)
  const first = indexAt(Math.min(place.offset, lastOffset))
  const last = Math.min(rows, first + Math.ceil(viewport / rowHeight) + 1)
  const drawn = { start: Math.max(0, first - overscan), end: Math.min(rows, last + overscan) }
  const before = Math.max(0, edge(drawn.start) - (place.offset - place.top))
  const after = Math.max(0, map.height - before - (edge(drawn.end) - edge(drawn.start)))
  return { drawn, visible: { start: first, end: last }, before, after }
}

/** Whether two windows render the same. */
export const sameWindow = (a: RowWindow, b: RowWindow) =>
  a.visible.start === b.visible.start &&
  a.visible.end === b.visible.end &&
  a.drawn.end === b.drawn.end &&
  Math.abs(a.before - b.before) < 0.01
