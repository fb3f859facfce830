import Papa from 'papaparse'
import { unguardCell } from '../../base/csv-guard.ts'
import { atSign } from './address-signs.ts'
import { decodeText, type TextEncoding } from './decode-text.ts'
import { holdsAddress } from './holds-address.ts'

/** A row of a file. */
export interface CsvRow {
  /** The line that it begins in, from 1. */
  line: number
  /** How many lines it takes, since a quoted cell may have several. */
  span: number
  /** The texts of the cells, without their quotation marks. */
  cells: readonly string[]
  /** The text of the whole row, if its addresses are in no certain column. */
  text?: string
  /** The line as it is in the file, if a quotation mark that isn't closed makes it unreadable. */
  broken?: string
}

/** A column of a file, to choose from. */
export interface CsvColumn {
  /** The position of its cells in each row, from 0. */
  index: number
  /** What the header calls it. */
  name: string | undefined
  /** The first cells that aren't empty, at most three. */
  samples: readonly string[]
}

/** A file as it was read. Its header and its rows account for every line. */
export interface CsvFile {
  name: string
  encoding: TextEncoding
  /** The character between cells: a comma, a semicolon, a tab or `|`. */
  delimiter: string
  /** Whether the first row names the columns. */
  hasHeader: boolean
  /** The rows under the header. Blank lines are rows without cells. */
  rows: readonly CsvRow[]
  columns: readonly CsvColumn[]
  /** The column that most likely holds the addresses. */
  suggested: number
}

/** Columns after this many can't be chosen. A line of separators alone could have millions. */
const mostColumns = 100

/** The number of lines that are read at a time. A cell can't have more lines than this. */
const windowLines = 200

/** Reads a CSV file. The guard that our export adds to cells against formulas is removed. */
export function readCsvFile(name: string, bytes: Uint8Array): CsvFile {
  const { text, encoding } = decodeText(bytes)
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  if (lines.at(-1) === '') lines.pop()
  const declared = /^sep=(.)$/.exec(lines[0] ?? '')?.[1]
  const start = declared === undefined ? 0 : 1
  const sample = lines.slice(start, start + windowLines).join('\n')
  const delimiter = declared ?? delimiterOf(sample)
  const all = readRows(lines, start, delimiter)
  const header = headerOf(all)
  const rows = withTexts(
    all.filter((row) => row !== header),
    header,
  )
  const columns = columnsOf(rows, header?.cells)
  return {
    name,
    encoding,
    delimiter,
    hasHeader: header !== undefined,
    rows,
    columns,
    suggested: likeliest(columns, rows),
  }
}

/**
 * Returns the first row if it names the columns. A row that may be about a person isn't a header: nobody would see that
 * it was left out.
 */
function headerOf(rows: readonly CsvRow[]): CsvRow | undefined {
  const [first, ...others] = rows.filter(({ cells, broken }) => cells.length > 0 || broken !== undefined)
  if (!first || first.broken !== undefined || first.text !== undefined) return undefined
  if (first.cells.some((cell) => atSign.test(cell))) return undefined
  if (!others.some(({ cells }) => cells.some(holdsAddress))) return undefined
  const overAddresses = first.cells[likeliest(columnsOf(others, first.cells), others)] ?? ''
  if (overAddresses.trim() === '' || isLikeDomain(overAddresses)) return undefined
  const sample = others.slice(0, windowLines)
  const repeats = first.cells
    .slice(0, mostColumns)
    .some((cell, index) => cellsOf(sample, index).includes(cell.trim()))
  return repeats ? undefined : first
}

/** Whether a text has a dot between letters, as an address has whose @ is missing. */
const isLikeDomain = (text: string) => /[\p{L}\d]\.\p{L}{2}/u.test(text) && !/mail$/i.test(text.trim())

/**
 * Adds their text to the rows whose addresses are in no certain column: those with more cells than the header, and all
 * rows without a header if one of them has addresses in several cells, as the list of a mail client has.
 */
function withTexts(rows: readonly CsvRow[], header: CsvRow | undefined): readonly CsvRow[] {
  if (header) {
    const expected = widthOf(header)
    return rows.map((row) => (widthOf(row) > expected ? { ...row, text: textOf(row) } : row))
  }
  const isList = rows.some(({ cells }) => {
    const candidates = cells.filter((cell) => atSign.test(cell))
    return candidates.length > 1 && candidates.filter(holdsAddress).length > 1
  })
  return isList ? rows.map(asLine) : rows
}

const asLine = (row: CsvRow): CsvRow => {
  const text = textOf(row)
  return row.cells.length > 0 ? { ...row, cells: [text], text } : row
}

const textOf = ({ cells, text }: CsvRow) => text ?? cells.join('; ')

/** The number of cells, without empty ones at the end. */
const widthOf = ({ cells }: CsvRow) => cells.findLastIndex((cell) => cell.trim() !== '') + 1

function columnsOf(rows: readonly CsvRow[], header?: readonly string[]): CsvColumn[] {
  const sample = rows.slice(0, windowLines)
  const width = Math.max(1, header?.length ?? 0, ...sample.map(({ cells }) => cells.length))
  return Array.from({ length: Math.min(width, mostColumns) }, (_, index) => ({
    index,
    name: header?.[index],
    samples: cellsOf(sample, index).slice(0, 3),
  }))
}

const cellsOf = (rows: readonly CsvRow[], index: number) =>
  rows.flatMap(({ cells }) => cells[index]?.trim() || [])

const delimiterOf = (sample: string) =>
  Papa.parse<string[]>(sample, { newline: '\n', delimitersToGuess: [',', ';', '\t', '|'] }).meta.delimiter

/**
 * Reads windows of lines, so that an unclosed quotation mark can't make the rest of the file one cell. Its line becomes
 * a broken row, and reading continues with the next line.
 */
function readRows(lines: readonly string[], start: number, delimiter: string): CsvRow[] {
  const rows: CsvRow[] = []
  let next = start
  while (next < lines.length) {
    const begin = next
    const sample = lines.slice(begin, begin + windowLines).join('\n')
    const { data, errors } = Papa.parse<string[]>(sample, { delimiter, newline: '\n' })
    const unreadable = new Set(errors.flatMap(({ type, row }) => (type === 'Quotes' ? [row] : [])))
    for (const [index, cells] of data.entries()) {
      const span = cells.reduce((count, cell) => count + cell.split('\n').length - 1, 1)
      const isBroken = unreadable.has(index) || cells.some((cell) => hasSwallowed(cell, delimiter))
      // It may only be cut off by the window, which then begins with it.
      if (isBroken && span > 1 && next > begin) break
      const line = next + 1
      if (isBroken) rows.push(unreadRow(line, lines[next] ?? ''))
      else rows.push({ line, span, cells: isBlank(cells) ? [] : cells.map(unguardCell) })
      next += isBroken ? 1 : span
      if (isBroken && span > 1) break
    }
    // An empty window has no rows at all.
    if (next === begin) {
      next += 1
      rows.push({ line: next, span: 1, cells: [] })
    }
  }
  return rows
}

/** A line that isn't a row of cells. With closed quotation marks it is read as text, such as `"Ada" <ada@example.org>`. */
const unreadRow = (line: number, text: string): CsvRow =>
  text.split('"').length % 2 === 0
    ? { line, span: 1, cells: [], broken: text }
    : { line, span: 1, cells: [text], text }

/** Whether a cell contains whole rows, between an unclosed quotation mark and the next one. */
const hasSwallowed = (cell: string, delimiter: string) =>
  cell.includes('\n') && cell.split('\n').some((line) => line.includes('@') && line.includes(delimiter))

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '')

/**
 * Returns the column with the most different addresses. If several have equally many, it is the one whose name mentions
 * email, or the one that repeats fewer addresses.
 */
function likeliest(columns: readonly CsvColumn[], rows: readonly CsvRow[]): number {
  const sample = rows.slice(0, windowLines)
  const scores = columns.map(({ index, name = '' }) => {
    const found = cellsOf(sample, index).filter(holdsAddress)
    const different = new Set(found).size
    const isNamed = /mail/i.test(name)
    return different + (isNamed ? 0.5 : 0) + (0.4 * different) / (found.length + 1)
  })
  return Math.max(0, scores.indexOf(Math.max(...scores)))
}
