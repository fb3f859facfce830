import { createLater } from '../../base/create-later.ts'
import type { EmailReading } from '../../contract/email-address.ts'
import { readAddressList, type TextSource } from '../addresses/read-address-list.ts'
import type { DraftContent, DraftEntry } from './draft-content.ts'

/** The most addresses in a draft. */
const mostAddresses = 500

/** The largest file that is opened, in bytes. */
export const largestFile = 10_000_000

/** The reader of CSV files, with papaparse in it. It loads with the first file. */
const csvReader = createLater(async () => {
  const [{ readCsvFile }, { readCsvAddresses }] = await Promise.all([
    import('../addresses/csv-file.ts'),
    import('../addresses/csv-addresses.ts'),
  ])
  return { readCsvFile, readCsvAddresses }
})

type Change = Partial<DraftContent>

let created = 0

const toEntry = (reading: EmailReading, isFromFile = false): DraftEntry => {
  created += 1
  return { id: `a${created}`, reading, isFromFile }
}

/** Turns text into addresses. If there are too many, the whole text stays as it is. */
export function addText({ entries, named }: DraftContent, text: string, source: TextSource): Change {
  const list = readAddressList(text, source)
  const count = list.addresses.length
  if (entries.length + count > mostAddresses) return { text, tooMany: count }
  return {
    text: '',
    tooMany: undefined,
    entries: [...entries, ...list.addresses.map((reading) => toEntry(reading))],
    named: list.lines > 1 ? list.named : named,
    result: null,
  }
}

/** Takes addresses out of the field. Text of too many addresses may have room then. */
export const removeEntries = (content: DraftContent, ids: ReadonlySet<string>): Change =>
  withEntries(content, ({ id }) => !ids.has(id))

/** What is left of a draft once some addresses were invited. A file of too many addresses is read again. */
export const withInvited = (content: DraftContent, entries: readonly DraftEntry[]): DraftContent => ({
  ...content,
  ...withEntries({ ...content, entries }, () => true),
})

function withEntries(content: DraftContent, isKept: (entry: DraftEntry) => boolean): Change {
  const kept = { ...content, entries: content.entries.filter(isKept) }
  const { file } = content
  return withRoom(file?.tooMany === undefined ? kept : { ...kept, ...withColumn(kept, file.column) })
}

/** The addresses, and whether there is room for the text. */
function withRoom({ entries, file, tooMany = 0 }: DraftContent): Change {
  return { entries, file, tooMany: entries.length + tooMany > mostAddresses ? tooMany : undefined }
}

/** Takes an address out of the field and puts it into the text. Text of too many addresses is kept below it. */
export function editEntry(content: DraftContent, id: string): Change {
  const entry = content.entries.find((other) => other.id === id)
  if (!entry) return {}
  const { reading } = entry
  const typed = reading.ok ? reading.address.typed : reading.typed
  return {
    ...content,
    ...removeEntries(content, new Set([id])),
    text: content.text.trim() === '' ? typed : `${typed}\n${content.text}`,
  }
}

/** Opens a file: its likeliest column with addresses is read. */
export async function openFile(content: () => DraftContent, file: File): Promise<Change> {
  const { readCsvFile } = await csvReader.load()
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = readCsvFile(file.name, bytes)
  return withColumn(
    { ...content(), file: { file: read, column: read.suggested, rowsRead: 0, named: [], further: [] } },
    read.suggested,
  )
}

/** Reads another column of the open file. The addresses of the previous column are removed. */
export function withColumn(content: DraftContent, column: number): Change {
  const { entries, file: open } = content
  const reader = csvReader.get()
  if (!open || !reader) return {}
  const { addresses, ...rows } = reader.readCsvAddresses(open.file, column)
  const others = entries.filter(({ isFromFile }) => !isFromFile)
  const file = { file: open.file, column, ...rows }
  if (others.length + addresses.length > mostAddresses)
    return {
      ...withRoom({ ...content, entries: others, file: { ...file, tooMany: addresses.length } }),
      result: null,
    }
  const all = [...others, ...addresses.map((reading) => toEntry(reading, true))]
  return { ...withRoom({ ...content, entries: all, file }), result: null }
}

/** Closes the file and takes its addresses away. */
export const withoutFile = (content: DraftContent): Change =>
  withEntries({ ...content, file: null }, ({ isFromFile }) => !isFromFile)
