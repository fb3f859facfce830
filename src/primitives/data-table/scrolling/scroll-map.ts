/**
 * The position of a scroll container. `top` is its `scrollTop`; `offset` is the place in the whole list, in pixels.
 * They are the same number unless the list is higher than an element can be.
 */
export interface ScrollPlace {
  top: number
  offset: number
}

/** How a list of any height is shown in an element of bounded height. */
export interface ScrollMap {
  /** The height of the element for all rows. */
  height: number
  /** Whether `top` and `offset` differ anywhere. */
  scaled: boolean
  /** The offset of a `scrollTop`, by proportion. */
  offsetAt(top: number): number
  /** The `scrollTop` of an offset, by proportion. */
  topAt(offset: number): number
  /**
   * Returns the place after a scroll to `top`. Small steps move the list by the same distance, and jumps move it by
   * proportion.
   */
  move(from: ScrollPlace, top: number): ScrollPlace
  /** Whether `top` has drifted so far from its proportional place that it must be set now, not when scrolling rests. */
  strained(place: ScrollPlace): boolean
}

/** Options of {@link scrollMap}, in pixels. */
export interface ScrollMapOptions {
  rows: number
  rowHeight: number
  /** The height of the visible rows. */
  viewport: number
  /** The height of a heading between two rows. @default 0 */
  heading?: number
  /** Greatest height of the element; browsers clamp at 17 to 33 million. @default 8_000_000 */
  limit?: number
}

/** Creates the map between a list and its scroll container. */
export function scrollMap(options: ScrollMapOptions): ScrollMap {
  const { rows, rowHeight, viewport, heading = 0, limit = 8_000_000 } = options
  const full = rows * rowHeight + heading
  const height = Math.min(full, limit)
  const lastTop = Math.max(0, height - viewport)
  const lastOffset = Math.max(0, full - viewport)
  const scaled = lastOffset > lastTop
  // Near both ends the list moves exactly like its element, so that it stops at the first and last row.
  const margin = scaled ? lastTop / 80 : 0
  const ratio = scaled ? (lastOffset - 2 * margin) / (lastTop - 2 * margin) : 1
  // The scrollbar's thumb moves by whole pixels of its track. A step of less than a quarter of one comes from a wheel,
  // a finger or a key.
  const jump = Math.max(viewport, lastTop / Math.max(1, viewport) / 4)

  const offsetAt = (top: number) => {
    if (top <= margin) return top
    if (top >= lastTop - margin) return lastOffset - lastTop + top
    return margin + (top - margin) * ratio
  }
  const topAt = (offset: number) => {
    if (offset <= margin) return offset
    if (offset >= lastOffset - margin) return lastTop - lastOffset + offset
    return margin + (offset - margin) / ratio
  }

  return {
    height,
    scaled,
    offsetAt,
    topAt,
    move(from, top) {
      const delta = top - from.top
      if (!scaled || Math.abs(delta) > jump) return { top, offset: offsetAt(top) }
      return { top, offset: Math.min(Math.max(0, from.offset + delta), Math.max(lastOffset, offsetAt(top))) }
    },
    strained({ top, offset }) {
      const drift = Math.abs(top - topAt(offset))
      const edge = Math.min(top, lastTop - top)
      return drift > margin / 2 || (drift >= 1 && edge < 2 * jump)
    },
  }
}
