import { describe, expect, it } from 'vitest'
import { initials } from '../../src/primitives/avatar/initials.ts'

describe('initials', () => {
  it.each([
    ['Ada Lovelace', 'AL'],
    ['ada', 'A'],
    ['élodie van der Åström', 'ÉÅ'],
    ['გიორგი მაისურაძე', 'გმ'],
    ['გმ', 'გ'],
    ['ßeta', 'S'],
    ['ada ßeta', 'AS'],
    ['ﬁona ﬂynn', 'FF'],
    ['ǆemal', 'Ǆ'],
    ['և', 'Ե'],
    ['راما شرما', 'رش'],
    ['山田 太郎', '山太'],
    ['🦄 7', '🦄7'],
    ['  ', ''],
    ['- …', ''],
  ])('of %j are %j', (name, letters) => {
    expect(initials(name)).toBe(letters)
  })

  it('are at most two letters, whatever the name', () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
    for (let code = 0x21; code < 0x1_f000; code++) {
      const letter = String.fromCodePoint(code)
      expect([...segmenter.segment(initials(`${letter} ${letter}`))].length).toBeLessThanOrEqual(2)
    }
  })
})
