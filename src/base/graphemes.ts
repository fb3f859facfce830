let segmenter: Intl.Segmenter | undefined

/** Counts the characters of a text as people see them: an emoji or a letter with its accents is one. */
export function countGraphemes(text: string): number {
  if (typeof Intl.Segmenter !== 'function') return [...text].length
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  return [...segmenter.segment(text)].length
}
