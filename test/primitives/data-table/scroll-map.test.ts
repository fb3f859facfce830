import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ScrollMap,
  type ScrollPlace,
  scrollMap,
} from '../../../src/primitives/data-table/scrolling/scroll-map.ts'

const million = { rows: 1_000_000, rowHeight: 52, viewport: 564 }
const lastTop = (map: ScrollMap, viewport: number) => map.height - viewport
const start: ScrollPlace = { top: 0, offset: 0 }

/** A browser: moves by the delta within its bounds, and sets `top` back to its place when the map asks for it. */
function wheel(map: ScrollMap, viewport: number, place: ScrollPlace, delta: number): ScrollPlace {
  const top = Math.min(Math.max(0, place.top + delta), lastTop(map, viewport))
  const next = map.move(place, top)
  return map.strained(next) ? { top: map.topAt(next.offset), offset: next.offset } : next
}

const sizes = fc.record({
  rows: fc.integer({ min: 1, max: 100_000_000 }),
  rowHeight: fc.constantFrom(40, 52, 57.2, 60),
  viewport: fc.integer({ min: 100, max: 2_500 }),
})

describe('scrollMap', () => {
  it('isn’t used while the list fits', () => {
    const map = scrollMap({ rows: 1_204, rowHeight: 52, viewport: 564 })
    expect(map.scaled).toBe(false)
    expect(map.height).toBe(1_204 * 52)
    expect(map.offsetAt(12_345)).toBe(12_345)
    expect(map.move(start, 50_000)).toEqual({ top: 50_000, offset: 50_000 })
  })

  it('never makes an element higher than its limit', () => {
    expect(scrollMap(million).height).toBe(8_000_000)
  })

  it('meets the first and the last row exactly', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const map = scrollMap(size)
        const end = Math.max(0, map.height - size.viewport)
        expect(map.offsetAt(0)).toBe(0)
        expect(map.offsetAt(end)).toBeCloseTo(Math.max(0, size.rows * size.rowHeight - size.viewport), 4)
      }),
    )
  })

  it('finds every offset again, and never goes backwards', () => {
    fc.assert(
      fc.property(sizes, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(10_000), (size, share, step) => {
        const map = scrollMap(size)
        const end = Math.max(0, size.rows * size.rowHeight - size.viewport)
        const offset = share * end
        expect(map.offsetAt(map.topAt(offset))).toBeCloseTo(offset, 2)
        expect(map.topAt(offset)).toBeLessThanOrEqual(map.height)
        expect(map.topAt(Math.min(end, offset + step))).toBeGreaterThanOrEqual(map.topAt(offset) - 1e-6)
      }),
    )
  })

  it('moves the list as far as the finger, from any position', () => {
    const deltas = fc.array(fc.integer({ min: -500, max: 500 }), { maxLength: 200 })
    fc.assert(
      fc.property(sizes, fc.double({ min: 0.02, max: 0.98, noNaN: true }), deltas, (size, share, steps) => {
        const map = scrollMap(size)
        const end = Math.max(0, size.rows * size.rowHeight - size.viewport)
        fc.pre(end > 200_000)
        const offset = Math.min(Math.max(share * end, 100_000), end - 100_000)
        let place = { top: map.topAt(offset), offset }
        let walked = offset
        for (const delta of steps) {
          place = wheel(map, size.viewport, place, delta)
          walked += delta
          expect(place.offset).toBeCloseTo(walked, 2)
        }
      }),
    )
  })

  it.each([1, -1])('reaches the end with only small steps (%i)', (direction) => {
    const end = million.rows * million.rowHeight - million.viewport
    const map = scrollMap(million)
    const offset = direction === 1 ? end - 3_000_000 : 3_000_000
    let place: ScrollPlace = { top: map.topAt(offset), offset }
    for (let step = 0; step < 3_000_000 / 120 + 1; step += 1) {
      place = wheel(map, million.viewport, place, 120 * direction)
    }
    expect(place.offset).toBe(direction === 1 ? end : 0)
    expect(place.top).toBe(direction === 1 ? lastTop(map, million.viewport) : 0)
  })

  it('takes a thumb to its share of the list', () => {
    const map = scrollMap(million)
    const middle = map.move(start, lastTop(map, million.viewport) / 2)
    expect(middle.offset / (million.rows * million.rowHeight)).toBeCloseTo(0.5, 3)
    expect(map.move(middle, lastTop(map, million.viewport)).offset).toBe(52_000_000 - 564)
    expect(map.move(middle, 0).offset).toBe(0)
  })

  it('gives every row a different place', () => {
    fc.assert(
      fc.property(sizes, fc.double({ min: 0, max: 1, noNaN: true }), (size, share) => {
        const map = scrollMap(size)
        const row = Math.floor(share * (size.rows - 1))
        const offset = Math.min(row * size.rowHeight, Math.max(0, size.rows * size.rowHeight - size.viewport))
        const top = map.topAt(offset)
        expect(top).toBeGreaterThanOrEqual(0)
        expect(top).toBeLessThanOrEqual(Math.max(0, map.height - size.viewport) + 1e-6)
      }),
    )
  })

  it('goes on past the end where the owner keeps room below', () => {
    const map = scrollMap(million)
    const end = lastTop(map, million.viewport)
    expect(map.move({ top: end, offset: 52_000_000 - 564 }, end + 80).offset).toBe(52_000_000 - 564 + 80)
  })
})
