/** Characters that change the direction of the text around them, or tag it invisibly. */
const invisible =
  /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu
const lineEnd = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g
const ends = '…'

let segmenter: Intl.Segmenter | undefined

/** The first graphemes of a text, with an ellipsis where some are left out: letters keep their accents. */
function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  let length = 0
  let count = 0
  for (const { segment } of segmenter.segment(text)) {
    // A grapheme can hold any number of marks.
    if (count === most - 1 || length + segment.length > most * longestGrapheme) break
    count += 1
    length += segment.length
  }
  return length === text.length ? text : `${text.slice(0, length).trimEnd()}${ends}`
}

/** Code units of a grapheme, on average: a family with skin tones has 11 or more. */
const longestGrapheme = 8

/** A name as one line of at most `most` graphemes, without controls. */
export function nameText(text: string, most = 60): string {
  const line = text
    .toWellFormed()
    .replace(lineEnd, ' ')
    .replace(invisible, '')
    .replace(/\p{Cc}/gu, '')
  return shorten(line.replace(/\s+/g, ' ').trim(), most)
}

/** A message as its lines, without controls. At most one empty line is kept between two others. */
export function messageLines(text: string, most = 1_000): string[] {
  const plain = text.toWellFormed().replace(lineEnd, '\n').replace(/\t/g, ' ').replace(invisible, '')
  const lines = plain
    .replace(/[^\P{Cc}\n]/gu, '')
    .split('\n')
    .map((line) => line.trimEnd())
  return shorten(
    lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    most,
  )
    .split('\n')
    .filter((line, _, all) => all.length > 1 || line)
}
