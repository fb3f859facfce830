import type { EmailReading } from '../../contract/email-address.ts'
import type { CsvFile, CsvRow } from './csv-file.ts'
import { holdsAddress } from './holds-address.ts'
import type { NamedLine } from './named-line.ts'
import { readAddressLine } from './read-address-line.ts'
import { readAddressList } from './read-address-list.ts'

/** The content of one column of a file. Each row is an address, or is listed with what is wrong with it. */
export interface CsvAddresses {
  /** The addresses, in the order of the file. */
  addresses: readonly EmailReading[]
  /** Rows that have an address. */
  rowsRead: number
  /** Rows without an address. */
  named: readonly NamedLine[]
  /** Rows that have an address, and more in other columns, which weren't read. */
  further: readonly NamedLine[]
}

/** Whether a cell has an address, also among other words. */
const mentionsAddress = (cell: string) => holdsAddress(cell.replace(/\s+/g, ','))

/** Reads the addresses in one column of a file, and in the whole of rows that don't fit its columns. */
export function readCsvAddresses(
  { rows, columns, hasHeader, delimiter }: CsvFile,
  column: number,
): CsvAddresses {
  const addresses: EmailReading[] = []
  const named: NamedLine[] = []
  const further: NamedLine[] = []
  const expected = columns.filter(({ name }) => name !== undefined).length

  const faultOf = (row: CsvRow, found: readonly EmailReading[]): Partial<NamedLine> => {
    const { cells, broken, text } = row
    if (broken !== undefined) return { fault: 'open_quote', text: broken }
    if (cells.length === 0) return { fault: 'empty_line' }
    if (hasHeader && text === undefined && cells.length < expected)
      return { fault: 'missing_cells', text: cells.join(delimiter), cells: { found: cells.length, expected } }
    const [reading] = found
    return reading && !reading.ok ? { fault: reading.fault } : {}
  }

  for (const row of rows) {
    const { line, cells, text } = row
    const cell = text ?? cells[column] ?? ''
    const found = text === undefined ? readAddressList(cell, 'cell').addresses : readAddressLine(text)
    if (found.some(({ ok }) => ok)) {
      addresses.push(...found)
      const others =
        text === undefined ? cells.filter((other, at) => at !== column && mentionsAddress(other)) : []
      if (others.length > 0) further.push({ line, text: others.join(' '), fault: 'other_column' })
    } else named.push({ line, text: cell.trim(), fault: 'missing_at', ...faultOf(row, found) })
  }
  return { addresses, rowsRead: rows.length - named.length, named, further }
}
