import { describe, expect, it } from 'vitest'
import { isTypedNumber } from '../../../src/components/selection-run/typed-number.ts'

describe('isTypedNumber', () => {
  it.each([
    ...['1204', '1,204', ' 1204 ', '1 204', '1\u00a0204', '1\u202f204', '1204\u200e', '\u200f1,204'],
    // Full width, as an input method writes it.
    ...['１２０４', '１，２０４', '１\u3000２０４'],
    // Digits of other scripts.
    ...['١٢٠٤', '١٬٢٠٤', '۱۲۰۴', '१,२०४', '১২০৪', '๑๒๐๔', '𝟏𝟐𝟎𝟒', '𞥑𞥒𞥐𞥔'],
    // What has no width.
    ...['1\u00ad204', '1\u200b204', '\ufeff1204', '\u20681,204\u2069', '1,\u2060204'],
    // White space between the groups, and around the number.
    ...['1\t204', '1\u2007204', '1\u2009204', '1\n204', '\t1204\n', '1\u2003204'],
    ...["1'204", '1’204'],
  ])('takes %j for 1,204', (text) => expect(isTypedNumber(text, 1_204, 'en')).toBe(true))

  it.each([
    ...['', '1e3', '0x4b4', '-1204', '+1204', '1204.0', '12 04', '12,04', '12 04 users', '1203', '01204'],
    ...[
      '1.204',
      '−1204',
      '－１２０４',
      '１２０４．０',
      '１２０３',
      '١٢٠٣',
      '1\u00ad203',
      '1\t20\t4',
      '1,2,0,4',
      '1٫204',
    ],
    // Numbers that aren't digits.
    ...['1²04', '①②⓪④', 'Ⅳ', '120⁴', '⒈204', '一二〇四', '½'],
    ...[' ', '\u200b', ',', ',1204', '1204,'],
  ])('does not take %j for 1,204', (text) => expect(isTypedNumber(text, 1_204, 'en')).toBe(false))

  it.each([
    ['de', '1.204'],
    ['fr', '1\u202f204'],
    ['es', '1204'],
    ['es', '1.204'],
    ['ar-EG', '١٢٠٤'],
    ['ar-EG', '١٬٢٠٤'],
    ['ar-EG', '1204'],
    ['fa', '۱٬۲۰۴'],
    ['hi', '1,204'],
    ['mr', '१,२०४'],
  ])('takes the digits and groups of %s: %j', (locale, text) =>
    expect(isTypedNumber(text, 1_204, locale)).toBe(true),
  )

  it('takes the groups of the locale for large numbers', () => {
    expect(isTypedNumber('1,00,000', 100_000, 'hi')).toBe(true)
    expect(isTypedNumber('100,000', 100_000, 'en')).toBe(true)
    expect(isTypedNumber('1,00,000', 100_000, 'en')).toBe(false)
  })
})
