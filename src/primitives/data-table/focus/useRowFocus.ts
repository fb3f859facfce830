import { type FocusEvent, type RefObject, useCallback, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { RowRange } from '../../../base/row-range.ts'
import { activeElement } from '../../element/active-element.ts'
import { useIsomorphicLayoutEffect } from '../../element/useIsomorphicLayoutEffect.ts'
import { type RowPart, rowIndexOf, rowPart } from './row-elements.ts'

/** The rows among which focus moves. */
export interface UseRowFocusOptions {
  bodyRef: RefObject<HTMLElement | null>
  /** Takes focus when the last row is gone. */
  scrollRef: RefObject<HTMLElement | null>
  /** Rows that can be reached. */
  range: RowRange
  /** Rows that are seen. */
  visible: RowRange
  reveal(index: number): void
}

/** The one row that is reached by Tab, and the way to move to another. */
export interface RowFocus {
  active: number
  /** Focus is inside the row, so it must stay in the document. */
  within: boolean
  focusRow(index: number, part: RowPart): void
  onFocus(event: FocusEvent): void
  onBlur(event: FocusEvent): void
}

/** Roving focus over rows that come and go: it never falls to the body. */
export function useRowFocus(options: UseRowFocusOptions): RowFocus {
  const { bodyRef, scrollRef, range, visible, reveal } = options
  const [focus, setFocus] = useState({ index: 0, within: false })
  const stays = focus.within || (focus.index >= visible.start && focus.index < visible.end)
  const active = Math.max(range.start, Math.min(stays ? focus.index : visible.start, range.end - 1))

  const isMoving = useRef(false)
  const focusRow = useCallback(
    (index: number, part: RowPart) => {
      isMoving.current = true
      flushSync(() => {
        setFocus({ index, within: true })
        reveal(index)
      })
      isMoving.current = false
      // The list has brought it into view; the browser does as much for the page around.
      if (bodyRef.current) rowPart(bodyRef.current, index, part)?.focus()
    },
    [bodyRef, reveal],
  )

  // React takes rows out of the document without a blur event; the same place in the list takes the focus over.
  useIsomorphicLayoutEffect(() => {
    const body = bodyRef.current
    if (!focus.within || !body || isMoving.current) return
    const focused = activeElement(body)
    const index = rowIndexOf(body, focused)
    if (index !== undefined) {
      if (index !== focus.index) setFocus({ index, within: true })
    } else if (focused === null || focused === body.ownerDocument.body) {
      const next = rowPart(body, active, 'primary') ?? scrollRef.current
      next?.focus({ preventScroll: true })
    }
  })

  const onFocus = useCallback(
    (event: FocusEvent) => {
      const index = bodyRef.current ? rowIndexOf(bodyRef.current, event.target) : undefined
      if (index === undefined) return
      setFocus((last) => (last.within && last.index === index ? last : { index, within: true }))
    },
    [bodyRef],
  )

  const onBlur = useCallback(
    (event: FocusEvent) => {
      const next = event.relatedTarget
      if (!(next instanceof Node && bodyRef.current?.contains(next)))
        setFocus(({ index }) => ({ index, within: false }))
    },
    [bodyRef],
  )

  return { active, within: focus.within, focusRow, onFocus, onBlur }
}
