import { describe, expect, it } from 'vitest'
import { placeOf } from '../../../src/primitives/data-table/rows/row-place.ts'
import { type SlottedRow, slotRows } from '../../../src/primitives/data-table/rows/row-slots.ts'

const wanted = (start: number, ids: readonly (string | undefined)[]) =>
  ids.map((id, at) => ({ index: start + at, id }))
const slotsOf = (rows: readonly SlottedRow[]) =>
  Object.fromEntries(rows.map(({ id, index, slot }) => [id ?? index, slot]))
const first = slotRows([], wanted(0, ['a', 'b', 'c']), undefined)

describe('slotRows', () => {
  it('numbers the first rows in their order', () => {
    expect(slotsOf(first)).toEqual({ a: 0, b: 1, c: 2 })
  })

  it('passes the slot of a row that scrolls out to the one that scrolls in', () => {
    expect(slotsOf(slotRows(first, wanted(1, ['b', 'c', 'd']), undefined))).toEqual({ b: 1, c: 2, d: 0 })
  })

  it('keeps rows in their slots when the list grows above them', () => {
    expect(slotsOf(slotRows(first, wanted(0, ['new', 'a', 'b']), undefined))).toEqual({ a: 0, b: 1, new: 2 })
  })

  it('puts a row that arrives into the slot of its skeleton', () => {
    const loading = slotRows([], wanted(0, [undefined, undefined]), undefined)
    expect(slotsOf(slotRows(loading, wanted(0, ['a', 'b']), undefined))).toEqual({ a: 0, b: 1 })
    expect(slotsOf(slotRows(first, wanted(0, [undefined, 'b']), undefined))).toEqual({ 0: 0, b: 1 })
  })

  it('gives the slot of the focused row to no other row', () => {
    const pinned = first[0]
    const next = slotRows(first, wanted(1, ['b', 'c', 'd']), pinned)
    expect(slotsOf(next)).toEqual({ b: 1, c: 2, d: 3 })
    expect(slotsOf(slotRows(first, wanted(0, ['x', 'b', 'c']), pinned))).toEqual({ x: 3, b: 1, c: 2 })
  })

  it('draws a row twice that the list holds twice', () => {
    const twice = slotRows(first, wanted(0, ['a', 'a', 'b']), undefined)
    expect(new Set(twice.map(({ slot }) => slot)).size).toBe(3)
  })

  it('uses small numbers again', () => {
    const fewer = slotRows(first, wanted(2, ['c']), undefined)
    expect(slotsOf(slotRows(fewer, wanted(2, ['c', 'd', 'e']), undefined))).toEqual({ c: 2, d: 0, e: 1 })
  })
})

describe('placeOf', () => {
  const rows = (ids: readonly (string | undefined)[]) => ({
    source: {
      total: ids.length,
      totalIs: 'exact' as const,
      at: (index: number) => (ids[index] === undefined ? undefined : { id: ids[index] }),
    },
    rowId: (row: { id: string }) => row.id,
  })

  it('finds a row that moved down, up, or stayed', () => {
    expect(placeOf(rows(['x', 'y', 'a']), 'a', 0)).toBe(2)
    expect(placeOf(rows(['a', 'x', undefined]), 'a', 2)).toBe(0)
    expect(placeOf(rows(['a']), 'a', 0)).toBe(0)
  })

  it('returns undefined for a row that is gone, also beyond the end of a list that shrank', () => {
    expect(placeOf(rows(['x']), 'a', 0)).toBe(undefined)
    expect(placeOf(rows(['x', 'a']), 'a', 900)).toBe(1)
    expect(placeOf(rows([]), 'a', 900)).toBe(undefined)
  })

  it('looks no further than 5,000 rows', () => {
    const far = { ...rows([]), source: { total: 1e9, totalIs: 'exact' as const, at: () => undefined } }
    expect(placeOf(far, 'a', 500_000_000)).toBe(undefined)
  })
})
