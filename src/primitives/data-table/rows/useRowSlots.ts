import { type RefObject, useMemo, useRef } from 'react'
import type { RowRange } from '../../../base/row-range.ts'
import { useIsomorphicLayoutEffect } from '../../element/useIsomorphicLayoutEffect.ts'
import { orderRows } from './order-rows.ts'
import { rowNumber } from './row-elements.ts'
import { type IdentifiedRows, idAt } from './row-place.ts'
import { type SlottedRow, slotRows, type WantedRow } from './row-slots.ts'

/** The rows to draw. */
export interface UseRowSlotsOptions<Row> extends IdentifiedRows<Row> {
  bodyRef: RefObject<HTMLElement | null>
  drawn: RowRange
  /** The position of the focused row, which is always rendered. */
  focused: number | undefined
  /** The position of the row after a heading, which is put before it. */
  headingBefore: number | undefined
}

/**
 * Returns the rendered rows by slot. A row keeps its elements while it is rendered. Afterwards another row reuses them.
 */
export function useRowSlots<Row>(options: UseRowSlotsOptions<Row>): readonly SlottedRow[] {
  const { bodyRef, source, rowId, drawn, focused, headingBefore } = options
  const { start, end } = drawn
  const committed = useRef<{ rows: readonly SlottedRow[]; focused: number | undefined }>({
    rows: [],
    focused: undefined,
  })

  const rows = useMemo(() => {
    const before = committed.current
    const wanted: WantedRow[] = []
    const want = (index: number) => wanted.push({ index, id: idAt({ source, rowId }, index) })
    if (focused !== undefined && focused < start) want(focused)
    for (let index = start; index < end; index += 1) want(index)
    if (focused !== undefined && focused >= end) want(focused)
    const pinned =
      focused === undefined ? undefined : before.rows.find(({ index }) => index === before.focused)
    // In the order of slots, so that React never moves an element.
    return [...slotRows(before.rows, wanted, pinned)].sort((a, b) => a.slot - b.slot)
  }, [source, rowId, start, end, focused])

  useIsomorphicLayoutEffect(() => {
    committed.current = { rows, focused }
    const body = bodyRef.current
    if (!body) return
    // A browser leaves out of `:is()` what it doesn't know.
    const pinned = body.querySelector(':scope > :is(:focus-within, :has(:popover-open))')
    orderRows(body, (row) => rowNumber(row, headingBefore), pinned)
  }, [bodyRef, rows, focused, headingBefore])

  return rows
}
