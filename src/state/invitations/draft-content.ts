import type { Failure } from '../../base/failure.ts'
import { createSubscribable } from '../../base/subscribable.ts'
import type { EmailReading } from '../../contract/email-address.ts'
import type { CsvFile } from '../addresses/csv-file.ts'
import type { NamedLine } from '../addresses/named-line.ts'

/** An address in the field, and the result for it. */
export interface DraftEntry {
  id: string
  reading: EmailReading
  /** Whether it comes from the open file, and goes with it. */
  isFromFile?: boolean
  /** Why it wasn't invited. */
  failure?: Failure
  failedAt?: number
  retryAt?: number
  userId?: string
  invitationId?: string
}

/** An opened file. */
export interface DraftFile {
  file: CsvFile
  /** The column with the addresses. */
  column: number
  /** Rows with an address. */
  rowsRead: number
  named: readonly NamedLine[]
  /** Rows with an address that have more in other columns. */
  further: readonly NamedLine[]
  /** How many addresses it has if they are too many to be added. */
  tooMany?: number | undefined
}

/** What the person has entered beside the addresses, as it is shown. */
export interface DraftFields {
  /** Text in the field that isn't an address yet. */
  text: string
  /** How many addresses the text has if they are too many to be added. */
  tooMany: number | undefined
  /** Lines of the last paste without an address. */
  named: readonly NamedLine[]
  file: DraftFile | null
  /** Undefined is the company's default. */
  roleId: string | undefined
  teamIds: readonly string[]
  message: string
  /** What the last sending has done. */
  result: { invited: number; total: number } | null
}

/** What the person has entered. It outlives the dialog and the session. */
export interface DraftContent extends DraftFields {
  entries: readonly DraftEntry[]
  /** Intents of requests whose response was lost, by their content. A repeat has the same intent, so it sends nothing twice. */
  unconfirmed: Readonly<Record<string, string>>
}

const emptyContent: DraftContent = {
  entries: [],
  text: '',
  tooMany: undefined,
  named: [],
  file: null,
  roleId: undefined,
  teamIds: [],
  message: '',
  result: null,
  unconfirmed: {},
}

/** Holds a draft's content. */
export interface DraftStore {
  get(): DraftContent
  set(change: Partial<DraftContent>): void
  clear(): void
  subscribe(listener: () => void): () => void
}

/** Creates an empty draft. `onChange` is called after each change. */
export function createDraftStore(onChange: () => void = () => {}): DraftStore {
  const { subscribe, notify } = createSubscribable()
  let content = emptyContent
  const put = (next: DraftContent) => {
    content = next
    onChange()
    notify()
  }
  return {
    get: () => content,
    set: (change) => put({ ...content, ...change }),
    clear: () => put(emptyContent),
    subscribe,
  }
}
