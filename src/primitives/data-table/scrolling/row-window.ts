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
  /** The rows that are rendered now. */
  kept?: RowRange | undefined
}

/** The number of rows that are rendered at the other side of the visible ones. */
const behind = 1

/** The number of rows that are rendered ahead once the list has scrolled: one update draws them all. */
const ahead = 3

/**
 * Returns the rows to render at a scroll position. The rendered rows stay while they cover the visible ones. Then the
 * next rows in the direction of the scroll are rendered together.
 */
export function rowWindow(options: RowWindowOptions): RowWindow {
  const { rows, rowHeight, viewport, gap, map, place, kept } = options
  const { height, edge, indexAt } = rowEdges({ rows, rowHeight, gap })
  const lastOffset = Math.max(0, height - viewport)
  const first = indexAt(Math.min(place.offset, lastOffset))
  const last = Math.min(rows, first + Math.ceil(viewport / rowHeight) + 1)
  const drawn = drawnRows({ start: first, end: last }, rows, kept)
  const before = Math.max(0, edge(drawn.start) - (place.offset - place.top))
  const after = Math.max(0, map.height - before - (edge(drawn.end) - edge(drawn.start)))
  return { drawn, visible: { start: first, end: last }, before, after }
}

/** Before the first scroll, fewer rows are rendered. Afterwards their number stays the same, and so do their elements. */
function drawnRows(visible: RowRange, rows: number, kept: RowRange | undefined): RowRange {
  const within = (start: number, end: number) => ({ start: Math.max(0, start), end: Math.min(rows, end) })
  const { start, end } = visible
  if (!kept) return within(start - behind, end + behind)
  const isCovered = kept.start <= start && kept.end >= end && kept.end <= rows
  if (isCovered && kept.end - kept.start <= end - start + behind + ahead) return kept
  return kept.start > start ? within(start - ahead, end + behind) : within(start - behind, end + ahead)
}

/** Whether two windows render the same rows at the same place. */
export const sameRows = (a: RowWindow, b: RowWindow): boolean =>
  a.drawn.start === b.drawn.start && a.drawn.end === b.drawn.end && Math.abs(a.before - b.before) < 0.01
