import { type FocusEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { RowRange } from '../../../base/row-range.ts'
import { activeElement } from '../../element/active-element.ts'
import { useIsomorphicLayoutEffect } from '../../element/useIsomorphicLayoutEffect.ts'
import { useLatest } from '../../element/useLatest.ts'
import { type RowPart, rowIndexOf, rowPart } from '../rows/row-elements.ts'
import { type IdentifiedRows, idAt, placeOf } from '../rows/row-place.ts'

/** The rows among which focus moves. */
export interface UseRowFocusOptions<Row> extends IdentifiedRows<Row> {
  bodyRef: RefObject<HTMLElement | null>
  /** Gets the focus when no row is left. */
  scrollRef: RefObject<HTMLElement | null>
  /** Rows that can be reached. */
  range: RowRange
  /** Rows that are visible. */
  visible: RowRange
  reveal(index: number): void
  /** Scrolls by a number of rows. */
  shift(rows: number): void
  /** Called when other rows have pushed the focused one to another page. */
  onPushedAway(row: Row): void
}

/** The row that Tab reaches, and how to move to another one. */
export interface RowFocus {
  active: number
  /** Whether the focus is inside the row. It must then stay in the document. */
  within: boolean
  focusRow(index: number, part: RowPart): void
  onFocus(event: FocusEvent): void
  onBlur(event: FocusEvent): void
}

interface FocusedPlace {
  /** Where the row was when it took the focus. */
  index: number
  /** Undefined until the row is loaded. Until then the focus only follows the position. */
  id: string | undefined
  within: boolean
}

/** Roving focus by a row's id. It follows its row through the list, and is never lost to the body. */
export function useRowFocus<Row>(options: UseRowFocusOptions<Row>): RowFocus {
  const { source, rowId, bodyRef, scrollRef, range, visible, reveal, shift, onPushedAway } = options
  const [focus, setFocus] = useState<FocusedPlace>({ index: 0, id: undefined, within: false })
  const found = useMemo(
    () => (focus.id === undefined ? undefined : placeOf({ source, rowId }, focus.id, focus.index)),
    [source, rowId, focus],
  )
  const place = found ?? focus.index
  const isVisible = place >= visible.start && place < visible.end
  const stays = focus.within || isVisible
  const active = Math.max(range.start, Math.min(stays ? place : visible.start, range.end - 1))

  const latest = useLatest({ source, rowId })
  const moveTo = useCallback((index: number) => {
    const id = idAt(latest.current, index)
    setFocus((last) =>
      last.within && last.index === index && last.id === id ? last : { index, id, within: true },
    )
  }, [])

  const isMoving = useRef(false)
  const focusRow = useCallback(
    (index: number, part: RowPart) => {
      isMoving.current = true
      flushSync(() => {
        moveTo(index)
        reveal(index)
      })
      isMoving.current = false
      // The list has already scrolled to the row. This scrolls the containers around the table.
      const element = bodyRef.current && rowPart(bodyRef.current, index, part)
      element?.focus({ preventScroll: true })
      element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    },
    [bodyRef, reveal, moveTo],
  )

  // If new rows above push the focused row away, the view follows it, or the focus would be out of sight.
  const seen = useRef({ focus, place, visible })
  const pageBefore = useRef(range.start)
  useIsomorphicLayoutEffect(() => {
    const before = seen.current
    seen.current = { focus, place, visible }
    const from = before.focus === focus ? before.place : focus.index
    const wasVisible = from >= before.visible.start && from < before.visible.end
    if (focus.within && from !== place && wasVisible && !isVisible) shift(place - from)
  }, [focus, place, visible, isVisible, shift])

  // React removes rows from the document without a blur event. The row at the same position then gets the focus. If the
  // row is still in the list, but others have pushed it to another page, none gets it: a key would act on the wrong one.
  useIsomorphicLayoutEffect(() => {
    const body = bodyRef.current
    const isSamePage = pageBefore.current === range.start
    pageBefore.current = range.start
    if (!focus.within || !body || isMoving.current) return
    const focused = activeElement(body)
    const index = rowIndexOf(body, focused)
    if (index !== undefined) {
      if (index !== place || (focus.id === undefined && idAt({ source, rowId }, index) !== undefined))
        moveTo(index)
    } else if (focused === null || focused === body.ownerDocument.body) {
      const isPushedAway = isSamePage && found !== undefined && (found < range.start || found >= range.end)
      const next = isPushedAway ? null : rowPart(body, active, 'primary')
      if (next) return next.focus({ preventScroll: true })
      scrollRef.current?.focus({ preventScroll: true })
      setFocus((last) => ({ ...last, within: false }))
      if (isPushedAway) onPushedAway(source.at(found) as Row)
    }
  })

  const onFocus = useCallback(
    (event: FocusEvent) => {
      const index = bodyRef.current ? rowIndexOf(bodyRef.current, event.target) : undefined
      if (index !== undefined) moveTo(index)
    },
    [bodyRef, moveTo],
  )

  // A dialog that closes returns the focus while React commits, and React doesn't call handlers then.
  useEffect(() => {
    const body = bodyRef.current
    const onFocusIn = (event: Event) => {
      const index = body ? rowIndexOf(body, event.target) : undefined
      if (index !== undefined) moveTo(index)
    }
    body?.addEventListener('focusin', onFocusIn)
    return () => body?.removeEventListener('focusin', onFocusIn)
  }, [bodyRef, moveTo])

  const onBlur = useCallback(
    (event: FocusEvent) => {
      const next = event.relatedTarget
      if (!(next instanceof Node && bodyRef.current?.contains(next)))
        setFocus((last) => ({ ...last, within: false }))
    },
    [bodyRef],
  )

  return { active, within: focus.within, focusRow, onFocus, onBlur }
}
