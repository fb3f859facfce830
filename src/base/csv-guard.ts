/**
 * What a spreadsheet may read as a formula, or as the end of a cell (OWASP ASVS 5.0, 1.2.10). Its full-width forms
 * count too, since some programs fold them. Apostrophes before it come from an earlier guard, or belong to the text.
 */
const formula = /^'*[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/

/** Puts an apostrophe before a text that a spreadsheet would execute. */
export const guardCell = (text: string): string => (formula.test(text) ? `'${text}` : text)

/** Removes exactly what {@link guardCell} added, so that our own files are read back unchanged. */
export const unguardCell = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell
