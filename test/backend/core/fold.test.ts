import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldUser, searchTerms } from '../../../src/base/fold.ts'

describe('fold', () => {
  it.each([
    ['  Zoë\t MÜLLER\n', 'zoe muller'],
    ['Ｆｕｌｌ ｗｉｄｔｈ', 'full width'],
    ['Straße', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['İstanbul', 'istanbul'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['ὀδός', 'οδοσ'],
    ['ﬁn', 'fin'],
    ['a\u200db\u00adc\u200f', 'abc'],
    ['\u0000a\u0007b', 'a b'],
    ['\ud800', '\ufffd'],
    ['👩‍👩‍👧', '👩👩👧'],
    ['', ''],
  ])('makes of %j %j', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('folds what it has folded to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
      { numRuns: 2_000, seed: 12 },
    )
  })

  it('finds every part of a folded text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (name, email) => {
        const { searchText } = foldUser({ name, email })
        for (const term of searchTerms(`${name} ${email}`)) expect(searchText).toContain(term)
      }),
      { numRuns: 1_000, seed: 12 },
    )
  })
})

describe('foldUser', () => {
  it('sorts an empty name by its email', () => {
    expect(foldUser({ name: ' \u200b ', email: 'B@X.example' })).toEqual({
      sortKey: 'b@x.example',
      searchText: '\nb@x.example',
    })
  })

  it('cuts a sort key between characters', () => {
    expect(foldUser({ name: '😀'.repeat(10_000), email: '' }).sortKey).toBe('😀'.repeat(200))
  })
})
