let segmenter: Intl.Segmenter | undefined

/** Counts the characters of a text as people see them: an emoji or a letter with its accents is one. */
export function countGraphemes(text: string): number {
  if (typeof Intl.Segmenter !== 'function') return [...text].length
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  let count = 0
  for (const _ of segmenter.segment(text)) count += 1
  return count
}
