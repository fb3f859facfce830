import type { Failure } from '../../base/failure.ts'
import type { InviteAddress } from '../../base/invite-address.ts'

/** A line of a paste or a file that has no address. */
export interface LeftOutLine {
  /** The number of the line, from 1. */
  line: number
  /** The line as it was written. */
  text: string
  /** Why it has no address. A key of the dialog's messages. */
  fault: string
  /** For a row with too few cells: how many it has, and how many the header has. */
  cells?: { found: number; expected: number }
}

/** An opened CSV file. */
export interface InviteFile {
  /** What was read of the file. */
  file: {
    name: string
    encoding: string
    delimiter: string
    hasHeader: boolean
    rows: readonly unknown[]
    columns: readonly { index: number; name: string | undefined; samples: readonly string[] }[]
  }
  /** The index of the column that the addresses are from. */
  column: number
  /** How many rows have been read. */
  rowsRead: number
  named: readonly LeftOutLine[]
  /** Rows with an address that have more in other columns. */
  further?: readonly LeftOutLine[]
  /** How many addresses the file has if they are too many. */
  tooMany?: number | undefined
}

/** The draft that `InviteUserDialog` shows, and what can be done with it. `useInviteDraft` returns one. */
export interface InviteDraftGroup {
  addresses: readonly InviteAddress[]
  /** How many are sent next. The text counts. */
  ready: number
  /** How many addresses can't be sent until they are corrected or removed. */
  notSent: number
  /** Text in the field that isn't an address yet. */
  text: string
  /** How many addresses the text has if they are too many. */
  tooMany: number | undefined
  /** Lines of the last paste without an address. */
  named: readonly LeftOutLine[]
  file: InviteFile | null
  /** The role that people will have; `undefined` until one is chosen. */
  roleId: string | undefined
  /** The teams that people will be in. */
  teamIds: readonly string[]
  /** The personal message of the email. Empty for none. */
  message: string
  /** What the last sending has done, if something is left. */
  result: { invited: number; total: number } | null
  /** How far the sending is; `null` while nothing is sent. */
  sending: { done: number; total: number } | null
  error: Failure | null
  /** Sets the text of the field while it is edited. */
  setText(text: string): void
  /** Adds the addresses of a pasted text. */
  addText(text: string): void
  /** Turns the text of the field into addresses. */
  commitText(): void
  /** Removes addresses by their ids. */
  remove(ids: readonly string[]): void
  /** Puts an address back into the field, to be corrected. */
  edit(id: string): void
  /** Reads a CSV file and adds the addresses of its likeliest column. */
  openFile(file: File): unknown
  /** Takes the addresses from another column of the file, by its index. */
  chooseColumn(column: number): void
  /** Removes the file, with its addresses. */
  removeFile(): void
  /** Removes the list of pasted lines without an address. Without it there is no such button. */
  removeNamed?(): void
  /** Chooses the role that people will have. */
  setRole(roleId: string | undefined): void
  /** Chooses the teams that people will be in. */
  setTeams(teamIds: readonly string[]): void
  /** Sets the personal message. */
  setMessage(message: string): void
  /** Stops sending after the current request. */
  stop(): void
}
