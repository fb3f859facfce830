const shownAsLetter = /[\p{L}\p{N}\p{Emoji}]/u

/** A letter that no combining mark follows. */
const plain = /^[A-Za-z0-9](?![^\x20-\x7e])/

let segmenter: Intl.Segmenter | undefined

/**
 * Splits a text into letters as people see them. In a browser without `Intl.Segmenter`, a letter is separated from its
 * marks.
 */
function lettersOf(text: string): string[] {
  if (typeof Intl.Segmenter !== 'function') return [...text]
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

/** The first letter, digit or emoji of a text as a capital, as people see letters. Empty if there is none. */
export function firstLetter(text: string): string {
  if (plain.test(text)) return text.charAt(0).toUpperCase()
  if (!shownAsLetter.test(text)) return ''
  const letter = lettersOf(text).find((one) => shownAsLetter.test(one))
  return letter === undefined ? '' : capital(letter)
}

/**
 * The capital of a letter. Georgian has capitals that no name begins with, and a letter such as ß, whose capital is
 * written as two letters, gives the first of them.
 */
function capital(letter: string): string {
  if (/\p{Script=Georgian}/u.test(letter)) return letter
  return lettersOf(letter.toUpperCase())[0] ?? letter
}
