/** A heading between rows, and its height in pixels. */
export interface RowGap {
  /** The position of the row after it. */
  before: number
  height: number
}

/** The rows of a list, all of one height. */
export interface RowEdgesOptions {
  rows: number
  rowHeight: number
  gap?: RowGap | undefined
}

/** Where the rows of a list begin and end, in pixels from its top. */
export interface RowEdges {
  /** The height of the list. */
  height: number
  /** Where rows that are rendered from a position on begin, with a heading right before them. */
  edge(index: number): number
  /** Where a row begins. */
  topOf(index: number): number
  /** The row at an offset. A heading counts to the row after it. */
  indexAt(offset: number): number
}

const noGap: RowGap = { before: Infinity, height: 0 }

/** Computes the places of rows. */
export function rowEdges({ rows, rowHeight, gap = noGap }: RowEdgesOptions): RowEdges {
  const edge = (index: number) => index * rowHeight + (index > gap.before ? gap.height : 0)
  return {
    height: edge(rows),
    edge,
    topOf: (index) => index * rowHeight + (index >= gap.before ? gap.height : 0),
    indexAt(offset) {
      if (offset < gap.before * rowHeight) return Math.floor(offset / rowHeight)
      return Math.max(gap.before, Math.floor((offset - gap.height) / rowHeight))
    },
  }
}
