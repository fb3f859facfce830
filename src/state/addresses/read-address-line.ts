import { unguardCell } from '../../base/csv-guard.ts'
import { type EmailReading, parseEmailAddress } from '../../contract/email-address.ts'
import { after, atSign, before, blank, withPlainSigns } from './address-signs.ts'

/** Options of {@link readAddressLine}. */
interface LineOptions {
  /** Whether words without an address are invalid addresses. Otherwise they are names and other cells, and left out. */
  isStrict?: boolean
  /** Whether an apostrophe before a sign is what our export adds. */
  isGuarded?: boolean
}

/**
 * A quoted name, a comment, an address in angle brackets, a separator, or text. A quoted local part counts as text. An
 * opening quote or bracket that isn't closed soon is text, so that the time to read a text grows with its length only.
 */
const pieces =
  /"(?:[^"\\]|\\.){0,500}"(?=[@＠])[^,;\t<>]*|"(?:[^"\\]|\\.){0,500}"|\([^()]{0,500}\)|<[^<>]{0,500}>|[,;\t]|[^"(<,;\t]+|./gsu

const separator = /^[,;\t]$/

/** A bullet or a number of a list, or a label such as `To:`. */
const lead = /^(?:[-–—*+•·‣◦▪●○>]+\s+|\p{Nd}+[.)]\s+|(?!mailto:)\p{L}[^@:]*:(?!\/\/)\s*)/iu

/** No address has so many characters, also with a link around it. */
const longestToken = 1_000

/** What is between two separators. */
interface Part {
  text: string
  /** The text in quotes or round brackets: a name, a comment, or addresses. */
  asides: string[]
}

const newPart = (): Part => ({ text: '', asides: [] })

/** Reads the addresses in a line, with whatever separates and surrounds them. */
export function readAddressLine(line: string, options: LineOptions = {}): EmailReading[] {
  const found: EmailReading[] = []
  let parts = [newPart()]

  const readParts = () => {
    for (const part of parts) found.push(...readPart(part, options))
  }

  for (const [piece] of withPlainSigns(line).matchAll(pieces)) {
    const part = parts.at(-1) as Part
    const bracketed = readAfterName(piece, part, options)
    if (separator.test(piece)) parts.push(newPart())
    else if (bracketed.length > 0) {
      const name = takeName(parts)
      readParts()
      // An address in a name is another person's, unless it is the same one.
      found.push(...withoutSame(addressesIn(name), bracketed), ...bracketed)
      parts = [newPart()]
    } else if (/^(?:".*"|\(.*\))$/s.test(piece)) {
      part.asides.push(piece.slice(1, -1))
      part.text += ' '
    } else part.text += piece
  }
  readParts()
  return found
}

/** The address to the name before it: in angle brackets, or in round ones after a mere name. */
function readAfterName(piece: string, { text }: Part, options: LineOptions): EmailReading[] {
  if (!atSign.test(piece) || !/^(?:<.*>|\(.*\))$/s.test(piece)) return []
  const found = readAside(piece.slice(1, -1), options)
  return piece.startsWith('<') || (!atSign.test(text) && found.some(({ ok }) => ok)) ? found : []
}

/** Takes away the name before an address in brackets, and returns its text. Without quotes it may contain commas. */
function takeName(parts: Part[]): string {
  const last = parts.pop()
  const text = last?.text ?? ''
  if (blank.test(text) && last && last.asides.length > 0) return text
  for (let part = parts.at(-1); part && !holdsAt(part); part = parts.at(-1)) parts.pop()
  return text
}

const holdsAt = ({ text, asides }: Part) => [text, ...asides].some((one) => atSign.test(one))

function readPart({ text, asides }: Part, options: LineOptions): EmailReading[] {
  const inAsides = asides.filter((aside) => atSign.test(aside)).flatMap((aside) => readAside(aside, options))
  if (!atSign.test(text) && inAsides.length > 0) return inAsides
  const found = readText(text, options)
  return [
    ...found,
    ...withoutSame(
      inAsides.filter(({ ok }) => ok),
      found,
    ),
  ]
}

const readAside = (text: string, { isGuarded = false }: LineOptions) => readAddressLine(text, { isGuarded })

function readText(text: string, { isStrict, isGuarded }: LineOptions): EmailReading[] {
  const content = text.trim()
  const bare = (isGuarded ? unguardCell(content) : content).replace(/^\p{Cf}+/u, '').replace(lead, '')
  if (blank.test(bare) || (!isStrict && !atSign.test(bare))) return []
  const words = wordsOf(bare)
  // A space separates addresses, but a word beside an address may be a part of it.
  return words.every((word) => atSign.test(word)) ? words.map(readToken) : [readToken(bare)]
}

const wordsOf = (text: string) => text.split(/\s+/).filter((word) => !blank.test(word))

const addressesIn = (name: string) =>
  wordsOf(name)
    .filter((word) => atSign.test(word))
    .map(readToken)
    .filter(({ ok }) => ok)

function withoutSame(readings: readonly EmailReading[], others: readonly EmailReading[]): EmailReading[] {
  const keys = new Set(others.map(keyOf))
  return readings.filter((reading) => !keys.has(keyOf(reading)))
}

const keyOf = (reading: EmailReading) => (reading.ok ? reading.address.key : reading)

/** Reads an address without the punctuation or link around it. */
function readToken(text: string): EmailReading {
  const reading = parseEmailAddress(text)
  if (reading.ok || text.length > longestToken) return reading
  const [address = '', ...query] = text.replace(before, '').split('?')
  // What follows the address in a link may have further addresses, which must not be lost.
  if (atSign.test(query.join())) return reading
  const peeled = parseEmailAddress(withoutLink(address).replace(after, ''))
  return peeled.ok ? peeled : reading
}

const withoutLink = (text: string) =>
  text.replace(/^mailto:(.*)$/is, (_, address: string) =>
    address.replace(/%[0-9a-f]{2}/gi, (sign) => String.fromCharCode(Number.parseInt(sign.slice(1), 16))),
  )
