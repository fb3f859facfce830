const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The first letter of a name, as people see letters. It is shown if there is no logo. */
export const firstLetter = (name: string): string =>
  [...segmenter.segment(name.trim())][0]?.segment.toLocaleUpperCase() ?? ''
