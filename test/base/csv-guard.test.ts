import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guardCell, unguardCell } from '../../src/base/csv-guard.ts'

const signs = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠']

describe('the guard against formulas (ASVS 1.2.10)', () => {
  it.each(signs)('puts an apostrophe before %j', (sign) => {
    expect(guardCell(`${sign}cmd|' /C calc'!A0`)).toBe(`'${sign}cmd|' /C calc'!A0`)
  })

  it('is taken off exactly: an address that begins with a sign, a name that truly begins with an apostrophe', () => {
    const texts = [
      '-anna@example.com',
      '+lab@example.com',
      "'=1+1",
      "''@x",
      "'90s kid",
      "O'Neil",
      '',
      "'",
      ' =1',
    ]
    expect(texts.map(guardCell)).toEqual([
      "'-anna@example.com",
      "'+lab@example.com",
      "''=1+1",
      "'''@x",
      "'90s kid",
      "O'Neil",
      '',
      "'",
      ' =1',
    ])
    expect(texts.map((text) => unguardCell(guardCell(text)))).toEqual(texts)
  })

  it('is reversible for any text, and leaves none that a spreadsheet executes', () => {
    const text = fc.string({ unit: fc.constantFrom(...signs, "'", 'a', ' ', '"', ',') })
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'grapheme' })), (any) => {
        const cell = guardCell(any)
        expect(unguardCell(cell)).toBe(any)
        expect(signs.includes(cell.slice(0, 1))).toBe(false)
      }),
      { numRuns: 2_000, seed: 20_261_127 },
    )
  })
})
