import { expect, it } from 'vitest'
import { hasSameEntries } from '../../src/base/has-same-entries.ts'

it.each<[boolean, object, object]>([
  [true, { a: 1, b: Number.NaN }, { b: Number.NaN, a: 1 }],
  [true, [1, 'x'], [1, 'x']],
  [true, new Map([[1, 'x']]), new Map([[1, 'x']])],
  [false, { a: 1 }, { a: 2 }],
  [false, { a: 1 }, { a: 1, b: undefined }],
  [false, { a: undefined }, { b: undefined }],
  [false, [1, 2], [2, 1]],
  [false, new Map([[1, 'x']]), new Map([[2, 'x']])],
  [false, { a: {} }, { a: {} }],
])('hasSameEntries is %s for %o and %o', (isSame, a, b) => {
  expect(hasSameEntries(a, b)).toBe(isSame)
})
