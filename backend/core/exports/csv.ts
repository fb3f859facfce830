import { guardCell } from '../../../src/base/csv-guard.ts'

/** Tells spreadsheets that the file is UTF-8. */
export const byteOrderMark = '\uFEFF'

/** A record of a CSV file (RFC 4180). Each field is quoted, so that no program guesses. */
export const record = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${guardCell(cell).replaceAll('"', '""')}"`).join(',')}\r\n`
