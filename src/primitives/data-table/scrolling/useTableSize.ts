import { type RefObject, useCallback, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { observeSize } from '../../element/observe-size.ts'
import { useIsomorphicLayoutEffect } from '../../element/useIsomorphicLayoutEffect.ts'

/** Pixels that layout depends on. */
export interface TableSize {
  /** Width of the container; undefined before it is measured. */
  width: number | undefined
  /** The height of the visible rows. */
  viewport: number
  head: number
  row: number
  /** The height of a heading between rows. */
  group: number
}

/** The elements that are measured. */
export interface UseTableSizeOptions {
  scrollRef: RefObject<HTMLElement | null>
  headRef: RefObject<HTMLElement | null>
  bodyRef: RefObject<HTMLElement | null>
  /** Rows in the container. */
  rows: number
  /** Whether there is a heading between them. */
  hasGroup: boolean
}

/** The size that a server assumes: some rows on a wide screen. */
const unmeasured: TableSize = { width: undefined, viewport: 416, head: 36, row: 52, group: 40 }

/**
 * No screen is higher than this. Without our style sheet the container is as high as all rows, and all of them would be
 * rendered.
 */
const highestViewport = 4_000

/** Rows of this height fill any parent. */
const highestContent = 100_000

/**
 * Containers below this width, in pixels, are narrow: no headings, fewer columns, and rows that are high enough for
 * touch.
 */
const narrowWidth = 560

/** Whether a container is narrow; one that is not measured counts as wide. */
export const isNarrowWidth = (width: number | undefined): boolean =>
  width !== undefined && width < narrowWidth

/**
 * Returns the measures of a table, and updates them when its container, density or theme changes. The function that is
 * returned with them updates them at once.
 */
export function useTableSize(options: UseTableSizeOptions): [TableSize, measure: () => void] {
  const { scrollRef, headRef, bodyRef, rows, hasGroup } = options
  const [size, setSize] = useState(unmeasured)
  const latest = useRef(size)

  // If its parent has no height, the table is as high as its rows, up to a token.
  const content = Math.min(
    Math.ceil(size.head + rows * size.row + (hasGroup ? size.group : 0)),
    highestContent,
  )
  useIsomorphicLayoutEffect(() => {
    scrollRef.current?.style.setProperty('flex-basis', `min(${content}px, var(--_table-height))`)
  }, [scrollRef, content])

  const measure = useCallback(() => {
    const scroll = scrollRef.current
    const head = headRef.current
    if (!scroll || !head) return
    // An observer reports once when it begins, and most reports change nothing.
    const next = measureTable({ scroll, head, body: bodyRef.current, last: latest.current })
    if (next === latest.current) return
    latest.current = next
    setSize(next)
  }, [scrollRef, headRef, bodyRef])

  // Measures before the first paint: the container, and its rows if it is narrow, where they are higher. Other rows are
  // measured by the observer's first report, which comes before the first paint too. If their height were read while
  // React commits, placeholders would be laid out that rows may replace in the same frame.
  const isNarrow = isNarrowWidth(size.width)
  useIsomorphicLayoutEffect(measure, [measure, isNarrow])

  useIsomorphicLayoutEffect(() => {
    const scroll = scrollRef.current
    // The rows for a new size are rendered before the frame is painted. Their content changes with them, so measuring
    // it in the same frame would be a loop.
    const observed = [scroll, headRef.current, bodyRef.current].filter((element) => element !== null)
    return observeSize(observed, (changed) => {
      if (changed.some((element) => element === scroll)) flushSync(measure)
      else requestAnimationFrame(measure)
    })
  }, [scrollRef, headRef, bodyRef, measure])

  return [size, measure]
}

interface Measured {
  scroll: HTMLElement
  head: HTMLElement
  body: HTMLElement | null
  last: TableSize
}

function measureTable({ scroll, head, body, last }: Measured): TableSize {
  // In print the container is as high as its rows, so each measurement would add some.
  if (last.width !== undefined && globalThis.matchMedia?.('print').matches) return last
  const next = {
    width: scroll.clientWidth,
    viewport: Math.min(scroll.clientHeight - head.offsetHeight, highestViewport),
    head: head.offsetHeight,
    row: heightOf(body?.querySelector(':scope > .roster-table-row')) || tokenHeight(scroll) || last.row,
    group: heightOf(body?.querySelector(':scope > .roster-table-group')) || last.group,
  }
  // A hidden table, such as in a closed tab, keeps its last size.
  if (next.width === 0 || next.viewport <= 0) return last
  return sameSize(last, next) ? last : next
}

/** The layout height with fractions. A box on the screen would include a host's transform. */
const heightOf = (row: Element | null | undefined) =>
  row ? Number.parseFloat(getComputedStyle(row).height) : 0

/** The height that the style sheet gives a row, for a table without rows. */
const tokenHeight = (scroll: Element) =>
  Number.parseFloat(getComputedStyle(scroll).getPropertyValue('--_row-height'))

const sameSize = (a: TableSize, b: TableSize) =>
  a.width === b.width &&
  a.viewport === b.viewport &&
  a.head === b.head &&
  Math.abs(a.row - b.row) < 0.01 &&
  Math.abs(a.group - b.group) < 0.01
