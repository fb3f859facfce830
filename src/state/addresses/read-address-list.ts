import { unguardCell } from '../../base/csv-guard.ts'
import { type EmailReading, parseEmailAddress } from '../../contract/email-address.ts'
import type { NamedLine } from './named-line.ts'

/** What a text with addresses holds: an address or a name for each of its lines. */
export interface AddressList {
  /** Valid or not, in their order. */
  addresses: readonly EmailReading[]
  /** Lines without an address. */
  named: readonly NamedLine[]
  /** Lines that aren't blank. */
  lines: number
}

const at = /[@＠﹫]/
const separator = /^[,;\t，；、]$/

/**
 * A quoted name, a comment, an address in angle brackets, a separator, or text. A quoted local part counts as text. An
 * opening quote or bracket that isn't closed soon is text, so that the time to read a text grows with its length only.
 */
const pieces =
  /"(?:[^"\\]|\\.){0,500}"(?=[@＠])[^,;\t<>]*|"(?:[^"\\]|\\.){0,500}"|\([^()]{0,500}\)|<[^<>]{0,500}>|[,;\t，；、]|[^"(<,;\t，；、]+|./gsu

/** A bullet or a number of a list, or a label such as `To:`. */
const lead = /^(?:[-–*•·]\s+|\d+[.)]\s+|\p{L}[^@:]*:\s+)/u

/**
 * Reads addresses in the forms that people have them: the lists of mail clients (`Lovelace, Ada <ada@example.org>;
 * bob@example.org`), columns and rows of a spreadsheet, and addresses that are separated by blanks, commas, semicolons
 * or lines. Names are left out. Text that isn't an address is an invalid address if the text has one line, and a named
 * line otherwise.
 */
export function readAddressList(text: string): AddressList {
  const addresses: EmailReading[] = []
  const named: NamedLine[] = []
  const all = text.split(/\r\n|[\n\r\u0085\u2028\u2029]/)
  const lines = all.flatMap((content, index) => (content.trim() === '' ? [] : [{ content, line: index + 1 }]))
  const isOneLine = lines.length === 1
  for (const { content, line } of lines) {
    const found = isOneLine || at.test(content) ? readLine(content, isOneLine) : []
    if (found.length > 0) addresses.push(...found)
    else named.push({ line, text: content.trim(), fault: 'missing_at' })
  }
  return { addresses, named, lines: lines.length }
}

/** What is between two separators. */
interface Part {
  text: string
  /** The text in quotes or round brackets: a name, or the address for a name. */
  asides: string[]
}

const newPart = (): Part => ({ text: '', asides: [] })

/** Reads one line. Words without an address are the other cells of a row, or, if `isStrict`, invalid addresses. */
function readLine(line: string, isStrict: boolean): EmailReading[] {
  const found: EmailReading[] = []
  let parts = [newPart()]

  const readParts = () => {
    for (const part of parts) found.push(...readPart(part, isStrict))
  }

  for (const [piece] of line.matchAll(pieces)) {
    const part = parts.at(-1) as Part
    if (separator.test(piece)) parts.push(newPart())
    else if (/^<.*>$/s.test(piece) && at.test(piece)) {
      dropName(parts)
      readParts()
      found.push(readToken(piece.slice(1, -1)))
      parts = [newPart()]
    } else if (/^(?:".*"|\(.*\))$/s.test(piece)) {
      part.asides.push(piece.slice(1, -1))
      part.text += ' '
    } else part.text += piece
  }
  readParts()
  return found
}

/** Takes away the name before an address in angle brackets. A name that isn't quoted may contain commas. */
function dropName(parts: Part[]) {
  const last = parts.pop()
  if (last?.text.trim() === '' && last.asides.length > 0) return
  for (let before = parts.at(-1); before && !at.test(contentOf(before)); before = parts.at(-1)) parts.pop()
}

const contentOf = ({ text, asides }: Part) =>
  at.test(text) ? text : (asides.find((aside) => at.test(aside)) ?? text)

function readPart(whole: Part, isStrict: boolean): EmailReading[] {
  const content = contentOf(whole).trim()
  // In a column, an apostrophe before a sign is what our export adds.
  const part = (isStrict ? content : unguardCell(content)).replace(lead, '')
  if (part === '' || (!isStrict && !at.test(part))) return []
  const words = part.split(/\s+/)
  // A space separates addresses, but a word beside an address may be a part of it.
  return words.every((word) => at.test(word)) ? words.map(readToken) : [readToken(part)]
}

/** Reads an address without the punctuation or link around it. */
function readToken(text: string): EmailReading {
  const reading = parseEmailAddress(text)
  if (reading.ok) return reading
  const bare = /^[\s<(['"]*(?:mailto:)?(.*?)(?:\?.*)?[\s.,:;!?)\]>'"]*$/is.exec(text)?.[1] ?? ''
  const peeled = parseEmailAddress(bare)
  return peeled.ok ? peeled : reading
}
