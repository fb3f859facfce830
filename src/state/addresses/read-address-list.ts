import type { EmailReading } from '../../contract/email-address.ts'
import { atSign, blank } from './address-signs.ts'
import type { NamedLine } from './named-line.ts'
import { readAddressLine } from './read-address-line.ts'

/** What a text with addresses holds: an address or a name for each of its lines. */
export interface AddressList {
  /** Valid or not, in their order. */
  addresses: readonly EmailReading[]
  /** Lines without an address. */
  named: readonly NamedLine[]
  /** Lines that aren't blank. */
  lines: number
}

/** Where a text comes from. The guard of our export is only taken off what was pasted: a cell of a file has lost it. */
export type TextSource = 'typed' | 'pasted' | 'cell'

/**
 * Reads addresses in the forms that people have them: the lists of mail clients (`Lovelace, Ada <ada@example.org>;
 * bob@example.org`), columns and rows of a spreadsheet, and addresses that are separated by blanks, commas, semicolons
 * or lines. Names are left out, and so are the other cells of a row. Other text that isn't an address is an invalid
 * address if the text has one line, and a named line otherwise.
 */
export function readAddressList(text: string, source: TextSource = 'pasted'): AddressList {
  const addresses: EmailReading[] = []
  const named: NamedLine[] = []
  const all = text.split(/\r\n|[\n\r\u0085\u2028\u2029]/)
  const lines = all.flatMap((content, index) => (blank.test(content) ? [] : [{ content, line: index + 1 }]))
  const isOneLine = lines.length === 1
  // Nobody types a guard in every line, so that several lines were pasted before.
  const isGuarded = source === 'pasted' || (source === 'typed' && !isOneLine)
  for (const { content, line } of lines) {
    const hasAt = atSign.test(content)
    const isRow = hasAt && content.trim().includes('\t')
    const isStrict = isOneLine && !isRow
    const found = isStrict || hasAt ? readAddressLine(content, { isStrict, isGuarded }) : []
    if (found.length > 0) addresses.push(...found)
    else named.push({ line, text: content.trim(), fault: 'missing_at' })
  }
  return { addresses, named, lines: lines.length }
}
