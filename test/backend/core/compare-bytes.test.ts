import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareBytes } from '../../../backend/core/text/compare-bytes.ts'

it('compares as UTF-8 bytes compare', () => {
  const text = fc.string({ unit: 'binary' })
  fc.assert(
    fc.property(text, text, (left, right) => {
      expect(Math.sign(compareBytes(left, right))).toBe(Buffer.compare(Buffer.from(left), Buffer.from(right)))
    }),
    {
      numRuns: 5_000,
      seed: 12,
      examples: [
        ['😀', 'Ａ'],
        ['\ue000', '😀'],
        ['', 'a'],
        ['a', 'a'],
      ],
    },
  )
})
