import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  directionOf,
  toRange,
  windowSize,
  windowsKept,
  windowsOf,
} from '../../src/state/windows/row-range.ts'

it('any two numbers make a range that at most 24 windows hold', () => {
  const position = fc.oneof(fc.double(), fc.integer({ min: -10, max: 2_000_000_000 }))
  fc.assert(
    fc.property(position, position, (start, end) => {
      const range = toRange({ start, end })
      const windows = windowsOf(range)
      expect(range.end).toBeGreaterThan(range.start)
      expect(windows.length).toBeLessThanOrEqual(windowsKept)
      expect((windows[0] ?? 0) * windowSize).toBeLessThanOrEqual(range.start)
      expect(((windows.at(-1) ?? 0) + 1) * windowSize).toBeGreaterThanOrEqual(range.end)
    }),
    { seed: 1 },
  )
})

it.each([
  [100, 110, 1],
  [100, 90, -1],
  [100, 100, 0],
  [100, 5_000, 0],
  [5_000, 100, 0],
])('from row %i to row %i goes %i', (from, to, direction) => {
  expect(directionOf({ start: from, end: from + 20 }, { start: to, end: to + 20 })).toBe(direction)
})
