import { describe, expect, it } from 'vitest'
import { isTypedNumber } from '../../../src/components/selection-run/typed-number.ts'

describe('isTypedNumber', () => {
  it.each(['1204', '1,204', ' 1204 ', '1 204', '1\u00a0204', '1\u202f204', '1204\u200e', '\u200f1,204'])(
    'takes %j for 1,204',
    (text) => expect(isTypedNumber(text, 1_204, 'en')).toBe(true),
  )

  it.each(['', '1e3', '0x4b4', '-1204', '+1204', '1204.0', '12 04', '12,04', '12 04 users', '1203', '01204'])(
    'does not take %j for 1,204',
    (text) => expect(isTypedNumber(text, 1_204, 'en')).toBe(false),
  )

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
