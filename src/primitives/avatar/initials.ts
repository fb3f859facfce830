/** One or two letters for a name: the first of its first and of its last word, as people see letters. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => plain.test(word) || shownAsLetter.test(word))
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return [first, last].map((word) => firstLetter(word ?? '')).join('')
}

const shownAsLetter = /[\p{L}\p{N}\p{Emoji}]/u

/** A letter that no mark can follow, since the next character is a letter too, or none. */
const plain = /^[A-Za-z0-9](?![^\x20-\x7e])/

let segmenter: Intl.Segmenter | undefined

/** As people see letters. A browser without a segmenter parts a letter from its marks. */
function lettersOf(text: string): string[] {
  if (typeof Intl.Segmenter !== 'function') return [...text]
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

function firstLetter(word: string): string {
  if (plain.test(word)) return word.charAt(0).toUpperCase()
  const letter = lettersOf(word).find((one) => shownAsLetter.test(one))
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
