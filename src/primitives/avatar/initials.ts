/** One or two letters for a name: first of the first and of the last word, as people see letters. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}\p{Emoji}]/u.test(word))
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return [first, last].map((word) => firstLetter(word ?? '')).join('')
}

let segmenter: Intl.Segmenter | undefined

/** A letter that no mark can follow, since the next character is a letter too, or none. */
const plain = /^[A-Za-z0-9](?![^\x20-\x7e])/

function firstLetter(word: string): string {
  if (plain.test(word)) return word.charAt(0).toUpperCase()
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  for (const { segment } of segmenter.segment(word)) {
    if (/[\p{L}\p{N}\p{Emoji}]/u.test(segment)) return segment.toUpperCase()
  }
  return ''
}
