import type { EmailReading } from '../../contract/email-address.ts'
import type { CsvFile, CsvRow } from './csv-file.ts'
import type { NamedLine } from './named-line.ts'
import { readAddressList } from './read-address-list.ts'

/** The content of one column of a file. Each row is an address, or is listed with what is wrong with it. */
export interface CsvAddresses {
  /** The addresses, in the order of the file. */
  addresses: readonly EmailReading[]
  /** Rows that have an address. */
  rowsRead: number
  /** Rows without an address. */
  named: readonly NamedLine[]
}

/** Reads the addresses in one column of a file. */
export function readCsvAddresses(
  { rows, columns, hasHeader, delimiter }: CsvFile,
  column: number,
): CsvAddresses {
  const addresses: EmailReading[] = []
  const named: NamedLine[] = []
  const expected = columns.length

  const faultOf = ({ cells, broken }: CsvRow, found: readonly EmailReading[]): Partial<NamedLine> => {
    if (broken !== undefined) return { fault: 'open_quote', text: broken }
    if (cells.length === 0) return { fault: 'empty_line' }
    if (hasHeader && cells.length < expected)
      return { fault: 'missing_cells', text: cells.join(delimiter), cells: { found: cells.length, expected } }
    const [reading] = found
    return reading && !reading.ok ? { fault: reading.fault } : {}
  }

  for (const row of rows) {
    const cell = row.cells[column] ?? ''
    const found = readAddressList(cell).addresses
    if (found.some(({ ok }) => ok)) addresses.push(...found)
    else named.push({ line: row.line, text: cell.trim(), fault: 'missing_at', ...faultOf(row, found) })
  }
  return { addresses, rowsRead: rows.length - named.length, named }
}
