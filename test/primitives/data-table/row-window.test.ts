import { expect, it } from 'vitest'
import type { RowRange } from '../../../src/base/row-range.ts'
import { rowWindow } from '../../../src/primitives/data-table/scrolling/row-window.ts'
import { scrollMap } from '../../../src/primitives/data-table/scrolling/scroll-map.ts'

const list = { rows: 1_000, rowHeight: 50, viewport: 500 }
const map = scrollMap(list)
const at = (row: number, kept?: RowRange, rows = list.rows) =>
  rowWindow({ ...list, rows, map, kept, place: { top: row * 50, offset: row * 50 } })

it('the first rendered rows are the visible ones and one at each side', () => {
  expect(at(100).visible).toEqual({ start: 100, end: 111 })
  expect(at(100).drawn).toEqual({ start: 99, end: 112 })
})

it('the rendered rows stay while they cover the visible ones, and then move in the direction of the scroll', () => {
  const down = at(102, at(100).drawn).drawn
  expect(down).toEqual({ start: 101, end: 116 })
  for (let row = 102; row <= 105; row += 1) expect(at(row, down).drawn).toBe(down)
  expect(at(106, down).drawn).toEqual({ start: 105, end: 120 })
  expect(at(100, down).drawn).toEqual({ start: 97, end: 112 })
  expect(at(500, down).drawn).toEqual({ start: 499, end: 514 })
})

it('whatever is scrolled, the visible rows are rendered, and at most four more', () => {
  let kept: RowRange | undefined
  let row = 0
  for (let step = 0; step < 2_000; step += 1) {
    row = Math.min(990, Math.max(0, row + ((step * 7_919) % 23) - 11))
    const { visible, drawn } = at(row, kept)
    expect(drawn.start).toBeLessThanOrEqual(visible.start)
    expect(drawn.end).toBeGreaterThanOrEqual(visible.end)
    expect(drawn.end - drawn.start).toBeLessThanOrEqual(visible.end - visible.start + 4)
    kept = drawn
  }
})

it('a shorter list and a lower table render fewer rows', () => {
  const kept = { start: 5, end: 23 }
  expect(at(5, kept, 12).drawn.end).toBe(12)
  expect(rowWindow({ ...list, viewport: 100, map, kept, place: { top: 250, offset: 250 } }).drawn).toEqual({
    start: 4,
    end: 11,
  })
})
