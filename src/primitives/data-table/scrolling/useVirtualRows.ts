import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useIsomorphicLayoutEffect } from '../../element/useIsomorphicLayoutEffect.ts'
import { rowEdges } from './row-edges.ts'
import { type RowWindow, rowWindow, sameWindow } from './row-window.ts'
import { type ScrollPlace, scrollMap } from './scroll-map.ts'

/** What scrolls, and how many rows it has. */
export interface UseVirtualRowsOptions {
  scrollRef: RefObject<HTMLElement | null>
  rows: number
  rowHeight: number
  /** The height of the visible rows. */
  viewport: number
  /** The position of the row after a heading. */
  headingBefore?: number | undefined
  /** The height of a heading. */
  headingHeight: number
  /** A key of the list. A list with another key starts at its first row. */
  listKey?: string | undefined
}

/** The rows to render, and functions that scroll. */
export interface VirtualRows {
  window: RowWindow
  onScroll(): void
  /** Scrolls as little as possible to bring a row into view. */
  reveal(index: number): void
  /** Scrolls by a number of rows. */
  shift(rows: number): void
}

const start: ScrollPlace = { top: 0, offset: 0 }

/** How long scrolling must have stopped before the thumb is set to its true place. */
const restMilliseconds = 150

/** Renders only the visible rows of a list of any length. */
export function useVirtualRows(options: UseVirtualRowsOptions): VirtualRows {
  const { scrollRef, rows, rowHeight, viewport, headingBefore, headingHeight, listKey } = options
  const [drawnPlace, setDrawnPlace] = useState(start)
  const place = useRef(drawnPlace)
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)

  const list = useMemo(
    () => ({
      rows,
      rowHeight,
      viewport,
      gap: headingBefore === undefined ? undefined : { before: headingBefore, height: headingHeight },
    }),
    [rows, rowHeight, viewport, headingBefore, headingHeight],
  )
  const heading = list.gap?.height ?? 0
  const map = useMemo(
    () => scrollMap({ rows, rowHeight, viewport, heading }),
    [rows, rowHeight, viewport, heading],
  )
  const window = useMemo(() => rowWindow({ ...list, map, place: drawnPlace }), [list, map, drawnPlace])
  const latest = useRef({ ...list, map, window })
  useIsomorphicLayoutEffect(() => {
    latest.current = { ...list, map, window }
  })

  const draw = useCallback((next: ScrollPlace) => {
    place.current = next
    const { window: drawn, ...list } = latest.current
    if (!sameWindow(drawn, rowWindow({ ...list, place: next }))) setDrawnPlace(next)
  }, [])

  /** Sets the thumb to its proportional place; the rows stay where they are on the screen. */
  const settle = useCallback(() => {
    const element = scrollRef.current
    if (!element) return
    const { offset } = place.current
    element.scrollTop = latest.current.map.topAt(offset)
    draw({ top: element.scrollTop, offset })
  }, [scrollRef, draw])

  const follow = useCallback(() => {
    const { map } = latest.current
    place.current = map.move(place.current, scrollRef.current?.scrollTop ?? 0)
  }, [scrollRef])

  /** A scroll whose event hasn't arrived yet is applied before the thumb is set, or it would be lost. */
  const restNow = useCallback(() => {
    follow()
    flushSync(settle)
  }, [follow, settle])

  const onScroll = useCallback(() => {
    if (!scrollRef.current) return
    const { map } = latest.current
    follow()
    if (map.scaled) {
      clearTimeout(rest.current)
      rest.current = setTimeout(restNow, restMilliseconds)
    }
    // Renders in the scroll event itself, or a frame would be painted without its rows.
    flushSync(() => (map.strained(place.current) ? settle() : draw(place.current)))
  }, [scrollRef, draw, settle, follow, restNow])

  const moveTo = useCallback(
    (offset: number) => {
      place.current = { top: place.current.top, offset }
      settle()
    },
    [settle],
  )

  const reveal = useCallback(
    (index: number) => {
      const { rowHeight, viewport } = latest.current
      const { offset } = place.current
      const top = rowEdges(latest.current).topOf(index)
      if (top < offset) moveTo(top)
      else if (top + rowHeight > offset + viewport) moveTo(top + rowHeight - viewport)
    },
    [moveTo],
  )

  const shift = useCallback(
    (by: number) => {
      const { rowHeight, viewport } = latest.current
      const offset = place.current.offset + by * rowHeight
      moveTo(Math.min(Math.max(0, offset), Math.max(0, rowEdges(latest.current).height - viewport)))
    },
    [moveTo],
  )

  const seen = useRef({ map, rowHeight, listKey })
  useIsomorphicLayoutEffect(() => {
    const before = seen.current
    seen.current = { map, rowHeight, listKey }
    if (before.listKey !== listKey) return moveTo(0)
    if (before.map === map) return
    const sameRow = (place.current.offset / before.rowHeight) * rowHeight
    const offset = Math.min(sameRow, Math.max(0, rowEdges(list).height - viewport))
    const stands = offset === place.current.offset && map.topAt(offset) === place.current.top
    if (stands) draw(place.current)
    else moveTo(offset)
  }, [map, draw, moveTo, list, rowHeight, viewport, listKey])

  useEffect(() => () => clearTimeout(rest.current), [])

  return { window, onScroll, reveal, shift }
}
