import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { RowRange } from '../../../base/row-range.ts'
import { useIsomorphicLayoutEffect } from '../../element/useIsomorphicLayoutEffect.ts'
import { useLatest } from '../../element/useLatest.ts'
import { rowEdges } from './row-edges.ts'
import { type RowWindow, rowWindow, sameRows } from './row-window.ts'
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
  /** Called when other rows are visible, even if that doesn't render anything. */
  onVisibleChange(visible: RowRange): void
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

interface Drawn {
  listKey?: string | undefined
  place: ScrollPlace
  rows: RowRange | undefined
}

const start: Drawn = { place: { top: 0, offset: 0 }, rows: undefined }

/** How long scrolling must have stopped before the visible rows are reported and the thumb is set to its true place. */
const restMilliseconds = 150

/** Renders only the visible rows of a list of any length. */
export function useVirtualRows(options: UseVirtualRowsOptions): VirtualRows {
  const { scrollRef, rows, rowHeight, viewport, headingBefore, headingHeight, listKey } = options
  const { onVisibleChange } = options
  const [drawn, setDrawn] = useState(start)
  const place = useRef(drawn.place)
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
  // Another list is at its first row before it is scrolled there, so that no other rows of it are reported.
  const shown = drawn.listKey === listKey ? drawn : start
  const window = useMemo(
    () => rowWindow({ ...list, map, place: shown.place, kept: shown.rows }),
    [list, map, shown],
  )
  const latest = useLatest({ ...list, listKey, map, window, onVisibleChange })

  const draw = useCallback((next: ScrollPlace) => {
    place.current = next
    const { window: now, listKey, ...list } = latest.current
    const asked = rowWindow({ ...list, place: next, kept: now.drawn })
    if (sameRows(now, asked)) list.onVisibleChange(asked.visible)
    else setDrawn({ listKey, place: next, rows: asked.drawn })
  }, [])

  /** Renders again if other rows are visible than those that were reported. */
  const report = useCallback(() => {
    const { window: now, listKey, ...list } = latest.current
    const { visible } = rowWindow({ ...list, place: place.current, kept: now.drawn })
    if (visible.start !== now.visible.start || visible.end !== now.visible.end)
      setDrawn({ listKey, place: place.current, rows: now.drawn })
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
    flushSync(() => {
      if (latest.current.map.scaled) settle()
      report()
    })
  }, [follow, settle, report])

  const onScroll = useCallback(() => {
    if (!scrollRef.current) return
    const { map } = latest.current
    follow()
    clearTimeout(rest.current)
    rest.current = setTimeout(restNow, restMilliseconds)
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
