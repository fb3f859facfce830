import type { Failure } from '../../base/failure.ts'
import type { InviteAddress } from '../../base/invite-address.ts'

/** A line of a paste or a file that has no address. */
export interface LeftOutLine {
  line: number
  text: string
  fault: string
  cells?: { found: number; expected: number }
}

/** An opened CSV file. */
export interface InviteFile {
  file: {
    name: string
    encoding: string
    delimiter: string
    hasHeader: boolean
    rows: readonly unknown[]
    columns: readonly { index: number; name: string | undefined; samples: readonly string[] }[]
  }
  column: number
  rowsRead: number
  named: readonly LeftOutLine[]
  tooMany?: number | undefined
}

/** The draft that `InviteUserDialog` shows, and what can be done with it. `useInviteDraft` returns one. */
export interface InviteDraftGroup {
  addresses: readonly InviteAddress[]
  /** How many are sent next. The text counts. */
  ready: number
  notSent: number
  /** Text in the field that isn't an address yet. */
  text: string
  /** How many addresses the text has if they are too many. */
  tooMany: number | undefined
  /** Lines of the last paste without an address. */
  named: readonly LeftOutLine[]
  file: InviteFile | null
  roleId: string | undefined
  teamIds: readonly string[]
  message: string
  /** What the last sending has done, if something is left. */
  result: { invited: number; total: number } | null
  /** How far the sending is; `null` while nothing is sent. */
  sending: { done: number; total: number } | null
  error: Failure | null
  setText(text: string): void
  addText(text: string): void
  commitText(): void
  remove(ids: readonly string[]): void
  edit(id: string): void
  openFile(file: File): unknown
  chooseColumn(column: number): void
  removeFile(): void
  setRole(roleId: string | undefined): void
  setTeams(teamIds: readonly string[]): void
  setMessage(message: string): void
  stop(): void
}
