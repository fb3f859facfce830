/** Embeddings, overrides and isolates: they turn the direction of the text after them, and line ends break an isolate. */
const controls = /[\u202a-\u202e\u2066-\u2069]/g
const lineEnds = /[\n\r\u0085\u2028\u2029]+/g
const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
/** What `fillNodes` puts in place of an element, which keeps its own direction. */
const placeholder = /^[\ue000-\uf8ff]$/

/** Whether a text holds characters of a right-to-left script. */
export const hasRightToLeft = (text: string): boolean => rightToLeft.test(text)

/** Removes the characters by which a text could change the direction of what surrounds it. */
export const plainText = (text: string): string => text.replace(controls, '').replace(lineEnds, ' ')

/**
 * Prepares foreign text, such as a name, for a sentence. Where either is right-to-left, isolates keep the order of the
 * words; elsewhere nothing is added, so that text can be found as it is written.
 */
export function isolate(text: string, isSentenceRightToLeft = false): string {
  const plain = plainText(text)
  const isMixed = isSentenceRightToLeft || hasRightToLeft(plain)
  return isMixed && plain !== '' && !placeholder.test(plain) ? `\u2068${plain}\u2069` : plain
}
