const bytesOfWord = 39
const longestPlain = 60

const oneLine = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()

/**
 * Whether a text can be sent unencoded. Longer texts have to be folded, and a typed text that looks like an encoded
 * word has to be encoded.
 */
const isPlain = (text: string) =>
  /^[\x20-\x7e]*$/.test(text) && !text.includes('=?') && text.length <= longestPlain

/** A text as encoded words of RFC 2047, each a whole number of characters, folded. */
function encodedWords(text: string): string {
  const words: string[] = []
  let word = ''
  for (const character of text) {
    if (Buffer.byteLength(word + character) > bytesOfWord) {
      words.push(word)
      word = ''
    }
    word += character
  }
  return [...words, word].map((part) => `=?UTF-8?B?${Buffer.from(part).toString('base64')}?=`).join('\r\n ')
}

/** A text as the value of a header such as `Subject`. Readers decode it to exactly this text, in one line. */
export function headerText(text: string): string {
  const line = oneLine(text)
  return isPlain(line) ? line : encodedWords(line)
}

/** An address with the name it is shown with. */
export function headerMailbox(name: string, address: string): string {
  const line = oneLine(name)
  if (line === '') return `<${address}>`
  const isAtoms = /^[\w ]+$/.test(line)
  const shown = !isPlain(line) ? encodedWords(line) : isAtoms ? line : `"${line.replace(/["\\]/g, '\\$&')}"`
  return `${shown}\r\n <${address}>`
}
